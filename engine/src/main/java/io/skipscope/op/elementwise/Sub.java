package io.skipscope.op.elementwise;

/** The first operand minus the second. */
public final class Sub extends BinaryOperator {
  public Sub() {
    super("Sub", (left, right) -> left - right);
  }
}
