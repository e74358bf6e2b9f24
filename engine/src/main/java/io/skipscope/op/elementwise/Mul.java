package io.skipscope.op.elementwise;

/** The product of two operands, such as a map and a weight of each channel. */
public final class Mul extends BinaryOperator {
  public Mul() {
    super("Mul", (left, right) -> left * right);
  }
}
