package io.skipscope.load.onnx;

import io.skipscope.op.movement.ReshapeAttributes;
import io.skipscope.op.softmax.SoftmaxAttributes;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Softmax: over one axis since opset 13, over all axes from one on before. */
final class SoftmaxConverter implements Converter {
  private static final int SINGLE_AXIS_OPSET = 13;

  @Override
  public void convert(OnnxNode node, ImportContext context) {
    String input = context.value(node, 0);
    Shape shape = context.shape(input);
    boolean singleAxis = context.opset() >= SINGLE_AXIS_OPSET;
    int axis = node.axis(node.integer("axis", singleAxis ? -1 : 1), shape.rank());
    if (singleAxis || shape.product(axis, shape.rank()) == shape.extent(axis)) {
      context.emit(node, "Softmax", List.of(input), new SoftmaxAttributes(axis));
      return;
    }
    String flat =
        context.emitStep(
            node, "flat", "Reshape", List.of(input), new ReshapeAttributes.Flatten(axis));
    String probabilities =
        context.emitStep(node, "softmax", "Softmax", List.of(flat), new SoftmaxAttributes(1));
    context.emit(
        node, "Reshape", List.of(probabilities), new ReshapeAttributes.To(unflattened(shape)));
  }

  /** The batch is what is left over, so that it may change. */
  private static List<Integer> unflattened(Shape shape) {
    List<Integer> extents = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      extents.add(axis == 0 ? -1 : shape.extent(axis));
    }
    return extents;
  }
}
