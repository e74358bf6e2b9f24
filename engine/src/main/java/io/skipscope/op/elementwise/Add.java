package io.skipscope.op.elementwise;

import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Node;
import io.skipscope.op.LaunchBuilder;

/** The sum of two operands; {@link AddAttributes} may scale each. */
public final class Add extends BinaryOperator {
  public Add() {
    super("Add", (left, right) -> left + right);
  }

  /** The macros and factors of {@code common/combine.clh} for another kernel that adds. */
  public static LaunchBuilder combine(LaunchBuilder launch, Node node) {
    return BinaryOperator.combine(launch, node);
  }
}
