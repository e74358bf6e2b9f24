package io.skipscope.load.onnx;

import io.skipscope.graph.Role;
import io.skipscope.op.norm.BatchNormAttributes;
import java.util.List;

/** BatchNormalization as inference does it. */
final class BatchNormConverter implements Converter {
  private static final float DEFAULT_EPSILON = 1e-5f;

  @Override
  public void convert(OnnxNode node, ImportContext context) {
    if (node.flag("training_mode", false) || !node.flag("spatial", true)) {
      throw node.unsupported(
          node.flag("spatial", true) ? "training_mode" : "spatial 0",
          "inference with one mean per channel; export the model in eval mode");
    }
    List<String> inputs =
        List.of(
            context.value(node, 0),
            context.parameter(node, 1, Role.PARAMETER, "weight"),
            context.parameter(node, 2, Role.PARAMETER, "bias"),
            context.parameter(node, 3, Role.STATE, "running_mean"),
            context.parameter(node, 4, Role.STATE, "running_var"));
    context.emit(
        node,
        "BatchNorm",
        inputs,
        new BatchNormAttributes(node.number("epsilon", DEFAULT_EPSILON)));
  }
}
