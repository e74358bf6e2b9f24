package io.skipscope.op.elementwise;

/** The sum of two operands; {@link AddAttributes} may scale each. */
public final class Add extends BinaryOperator {
  public Add() {
    super("Add", (left, right) -> left + right);
  }
}
