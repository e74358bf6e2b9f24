package io.skipscope.op.elementwise;

/** The first operand divided by the second. */
public final class Div extends BinaryOperator {
  public Div() {
    super("Div", (left, right) -> left / right);
  }
}
