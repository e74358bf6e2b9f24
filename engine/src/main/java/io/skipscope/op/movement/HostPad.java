package io.skipscope.op.movement;

import io.skipscope.device.HostTask;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Strides;
import io.skipscope.tensor.Shape;

/** {@link Pad} in plain Java: looks up where each number of the output comes from. */
final class HostPad implements HostTask {
  private static final int OUTSIDE = -1;

  private final PadAttributes attributes;
  private final String source;
  private final String target;
  private final Shape x;
  private final Shape y;
  private final int[] inStrides;

  HostPad(NodeContext context, PadAttributes attributes) {
    this.attributes = attributes;
    source = context.node().input(0);
    target = context.node().output();
    x = context.input(0);
    y = context.output();
    inStrides = Strides.of(x);
  }

  @Override
  public void run(Memory memory) {
    float[] input = memory.array(source);
    float[] output = memory.array(target);
    memory.parallelFor(
        y.elementCount(),
        index -> {
          int from = sourceOf(index);
          output[index] = from == OUTSIDE ? attributes.value() : input[from];
        });
  }

  private int sourceOf(int index) {
    int from = 0;
    int rest = index;
    for (int axis = y.rank() - 1; axis >= 0; axis--) {
      int position = rest % y.extent(axis) - attributes.before().get(axis);
      int shown = shown(position, x.extent(axis));
      if (shown == OUTSIDE) {
        return OUTSIDE;
      }
      from += shown * inStrides[axis];
      rest /= y.extent(axis);
    }
    return from;
  }

  /** The input position that {@code position} along an axis of that extent shows. */
  private int shown(int position, int extent) {
    if (position >= 0 && position < extent) {
      return position;
    }
    return switch (attributes.mode()) {
      case CONSTANT -> OUTSIDE;
      case REFLECT -> position < 0 ? -position : 2 * (extent - 1) - position;
      case EDGE -> position < 0 ? 0 : extent - 1;
    };
  }
}
