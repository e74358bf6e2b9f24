package io.skipscope.load.onnx;

import io.skipscope.op.movement.SliceAttributes;
import java.util.ArrayList;
import java.util.List;

/** What Slice cuts out, from attributes (until opset 9) or inputs. */
final class SliceArguments {
  private SliceArguments() {}

  /**
   * @param rank of the sliced tensor
   */
  static SliceAttributes of(OnnxNode node, ImportContext context, int rank) {
    long[] starts = context.integers(node, "starts", 1);
    long[] ends = context.integers(node, "ends", 2);
    long[] axes = context.integers(node, "axes", 3);
    long[] steps = context.integers(node, "steps", 4);
    if (starts == null
        || ends == null
        || starts.length != ends.length
        || starts.length > (axes == null ? rank : axes.length)
        || steps != null && steps.length != starts.length) {
      throw node.malformed("starts, ends, axes and steps", "lists of equal length");
    }
    List<SliceAttributes.Range> ranges = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      long step = steps == null ? 1 : steps[i];
      if (step == 0) {
        throw node.malformed("step 0", "a step forwards or backwards");
      }
      ranges.add(
          new SliceAttributes.Range(
              node.axis(axes == null ? i : axes[i], rank),
              OnnxNode.clamp(starts[i]),
              OnnxNode.clamp(ends[i]),
              OnnxNode.clamp(step)));
    }
    return new SliceAttributes(ranges);
  }
}
