package io.skipscope.load.onnx;

import java.util.HashMap;
import java.util.Map;

/** The table of operators that become nodes; what only computes shapes is in {@link Folding}. */
final class Converters {
  private static final Map<String, Converter> BY_OP = new HashMap<>();

  static {
    ConvConverter.register(BY_OP);
    PoolConverters.register(BY_OP);
    LinearConverters.register(BY_OP);
    ElementwiseConverters.register(BY_OP);
    ActivationConverters.register(BY_OP);
    ReshapeConverters.register(BY_OP);
    MovementConverters.register(BY_OP);
    ResizeConverter.register(BY_OP);
    BY_OP.put("BatchNormalization", new BatchNormConverter());
    BY_OP.put("ReduceMean", new ReduceMeanConverter());
    BY_OP.put("Softmax", new SoftmaxConverter());
  }

  private Converters() {}

  /** The converter of an operator of ONNX's default domain, or null. */
  static Converter of(String op) {
    return BY_OP.get(op);
  }
}
