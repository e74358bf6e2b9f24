package io.skipscope.op;

import io.skipscope.device.HostTask;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * What the engine knows of an operator. One class per operator, in the folder of its family, and
 * one line in the registry of {@link Operators}.
 */
public interface Operator {
  /** The name that nodes carry in {@code op}. */
  String name();

  /**
   * The shapes of the outputs; asks the context only for shapes of inputs.
   *
   * @throws io.skipscope.error.GraphException if the inputs do not fit
   */
  List<Shape> inferShapes(NodeContext context);

  Cost cost(NodeContext context);

  /** Kernels that compute it, the preferred first, the reference last: that one accepts all. */
  List<KernelVariant> variants();

  /** The operator in plain Java, the node's epilogue included. */
  HostTask reference(NodeContext context);

  /** Whether kernels and reference apply the node's {@link io.skipscope.graph.Epilogue}. */
  default boolean appliesEpilogue() {
    return false;
  }
}
