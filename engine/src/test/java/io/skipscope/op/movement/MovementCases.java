package io.skipscope.op.movement;

import io.skipscope.graph.Attributes;
import io.skipscope.graph.Node;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.RandomSource;
import io.skipscope.op.movement.PadAttributes.Mode;
import io.skipscope.op.movement.SliceAttributes.Range;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random slices, transposes and the like, and where each of their numbers must come from. */
final class MovementCases {
  /** Channels that some kernels move together. */
  private static final int CHANNEL_BLOCK = 8;

  private MovementCases() {}

  static CheckedCase random(String op, long seed) {
    RandomSource random = new RandomSource(seed);
    return switch (op) {
      case "Concat" -> concat(random);
      case "Pad" -> pad(random);
      case "ResizeNearest" -> ResizeCases.random(random);
      case "Reshape" -> reshape(random);
      case "Slice" -> slice(random);
      case "Transpose" -> transpose(random);
      default -> throw new IllegalArgumentException(op);
    };
  }

  static CheckedCase oneInput(String op, Tensor x, Attributes attributes, Expected expected) {
    Node node = new Node("move", op, List.of("x"), "y", attributes);
    return new CheckedCase(
        new OperatorCase(node, Map.of("x", x)),
        Map.of("y", expected),
        op + " of " + x.shape() + ", " + attributes);
  }

  private static CheckedCase transpose(RandomSource random) {
    Tensor x = random.tensor(GatherOracle.randomShape(random, 1));
    List<Integer> axes = new ArrayList<>(IntStream.range(0, x.shape().rank()).boxed().toList());
    Collections.shuffle(axes, new Random(random.between(0, 1 << 20)));
    Shape output = Shape.of(axes.stream().mapToInt(x.shape()::extent).toArray());
    Expected expected =
        GatherOracle.gather(
            x,
            output,
            0,
            position -> {
              int[] from = new int[position.length];
              for (int axis = 0; axis < position.length; axis++) {
                from[axes.get(axis)] = position[axis];
              }
              return from;
            });
    return oneInput("Transpose", x, new TransposeAttributes(axes), expected);
  }

  /** Lists the positions that each axis keeps, as Python's range would. */
  private static CheckedCase slice(RandomSource random) {
    Tensor x = random.tensor(GatherOracle.randomShape(random, 1));
    List<Range> ranges = new ArrayList<>();
    List<List<Integer>> kept = new ArrayList<>();
    for (int axis = 0; axis < x.shape().rank(); axis++) {
      int extent = x.shape().extent(axis);
      int first = random.between(0, extent - 1);
      int step = random.pick(List.of(1, 1, 2, 3, -1, -2));
      List<Integer> positions = new ArrayList<>();
      int end = step > 0 ? random.between(first + 1, extent) : random.between(-1, first - 1);
      for (int i = first; step > 0 ? i < end : i > end; i += step) {
        positions.add(i);
      }
      if (random.chance(0.3)) {
        kept.add(IntStream.range(0, extent).boxed().toList());
      } else {
        ranges.add(range(random, axis, first, end, step, x.shape()));
        kept.add(positions);
      }
    }
    Shape output = Shape.of(kept.stream().mapToInt(List::size).toArray());
    Expected expected =
        GatherOracle.gather(
            x,
            output,
            0,
            position ->
                IntStream.range(0, position.length)
                    .map(axis -> kept.get(axis).get(position[axis]))
                    .toArray());
    return oneInput("Slice", x, new SliceAttributes(ranges), expected);
  }

  /** The same range in one of the ways in which it can be written. */
  private static Range range(
      RandomSource random, int axis, int first, int end, int step, Shape shape) {
    int extent = shape.extent(axis);
    int writtenEnd = end;
    if (end == extent) {
      writtenEnd = random.pick(List.of(extent, extent + 5, Integer.MAX_VALUE));
    } else if (end == -1) {
      writtenEnd = random.pick(List.of(-extent - 1, -extent - 7, Integer.MIN_VALUE));
    } else if (random.chance(0.3)) {
      writtenEnd = end - extent;
    }
    int writtenBegin = random.chance(0.3) ? first - extent : first;
    int writtenAxis = random.chance(0.3) ? axis - shape.rank() : axis;
    return new Range(writtenAxis, writtenBegin, writtenEnd, step);
  }

  private static CheckedCase concat(RandomSource random) {
    Shape shape = GatherOracle.randomShape(random, 1);
    int axis = random.between(0, shape.rank() - 1);
    Map<String, Tensor> inputs = new HashMap<>();
    List<String> names = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int total = 0;
    int unit = random.chance(0.3) ? CHANNEL_BLOCK : 1;
    for (int i = 0; i < random.between(1, 4); i++) {
      names.add("x" + i);
      starts.add(total);
      inputs.put("x" + i, random.tensor(shape.with(axis, unit * random.between(1, 5))));
      total += inputs.get("x" + i).shape().extent(axis);
    }
    Expected expected = Expected.ofShape(shape.with(axis, total));
    for (int i = 0; i < names.size(); i++) {
      place(expected, inputs.get(names.get(i)), axis, starts.get(i));
    }
    int named = random.chance(0.5) ? axis : axis - shape.rank();
    Node node = new Node("move", "Concat", names, "y", new ConcatAttributes(named));
    return new CheckedCase(
        new OperatorCase(node, inputs), Map.of("y", expected), inputs + " along axis " + axis);
  }

  private static void place(Expected target, Tensor part, int axis, int start) {
    int inner = part.shape().product(axis + 1, part.shape().rank());
    int length = part.shape().extent(axis);
    for (int i = 0; i < part.data().length; i++) {
      int along = i / inner % length + start;
      int outer = i / inner / length;
      int index = (outer * target.shape().extent(axis) + along) * inner + i % inner;
      target.results()[index] = part.data()[i];
    }
  }

  private static CheckedCase pad(RandomSource random) {
    return random.chance(0.3) ? padChannelBlocks(random) : padAnything(random);
  }

  private static CheckedCase padAnything(RandomSource random) {
    Tensor x = random.tensor(GatherOracle.randomShape(random, 1));
    Mode mode = random.pick(List.of(Mode.values()));
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int extent : x.shape().toArray()) {
      int most = mode == Mode.REFLECT ? Math.min(2, extent - 1) : 2;
      int least = extent > 2 ? -1 : 0;
      before.add(random.between(least, most));
      after.add(random.between(least, most));
    }
    return padded(x, new PadAttributes(before, after, mode, random.uniform(-2, 2)));
  }

  /** Channels come and go in blocks in front; behind, the last block may be left in part. */
  private static CheckedCase padChannelBlocks(RandomSource random) {
    int channels = random.pick(List.of(CHANNEL_BLOCK, 11, 2 * CHANNEL_BLOCK));
    int added = random.pick(List.of(0, CHANNEL_BLOCK, 2 * CHANNEL_BLOCK));
    int first = channels > CHANNEL_BLOCK && random.chance(0.3) ? -CHANNEL_BLOCK : added;
    int last = channels % CHANNEL_BLOCK == 0 ? random.between(-2, 9) : random.between(-2, 0);
    Tensor x =
        random.tensor(
            Shape.of(random.between(1, 3), channels, random.between(3, 8), random.between(3, 8)));
    List<Integer> before = List.of(0, first, random.between(-1, 2), random.between(-1, 2));
    List<Integer> after = List.of(0, last, random.between(-1, 2), random.between(-1, 2));
    float value = random.uniform(-2, 2);
    return padded(x, new PadAttributes(before, after, Mode.CONSTANT, value));
  }

  private static CheckedCase padded(Tensor x, PadAttributes attributes) {
    int[] extents = x.shape().toArray();
    Arrays.setAll(
        extents,
        axis -> extents[axis] + attributes.before().get(axis) + attributes.after().get(axis));
    Expected expected =
        GatherOracle.gather(
            x,
            Shape.of(extents),
            attributes.value(),
            position -> shown(position, attributes.before(), x.shape(), attributes.mode()));
    return oneInput("Pad", x, attributes, expected);
  }

  private static int[] shown(int[] position, List<Integer> before, Shape shape, Mode mode) {
    int[] from = new int[position.length];
    for (int axis = 0; axis < from.length; axis++) {
      int last = shape.extent(axis) - 1;
      from[axis] = position[axis] - before.get(axis);
      if (from[axis] >= 0 && from[axis] <= last) {
        continue;
      }
      if (mode == Mode.CONSTANT) {
        return null;
      }
      int edge = from[axis] < 0 ? 0 : last;
      from[axis] = mode == Mode.EDGE ? edge : 2 * edge - from[axis];
    }
    return from;
  }

  private static CheckedCase reshape(RandomSource random) {
    Tensor x = random.tensor(GatherOracle.randomShape(random, 1));
    Shape shape = x.shape();
    int axis = random.between(0, shape.rank());
    Shape flat = Shape.of(shape.product(0, axis), shape.product(axis, shape.rank()));
    ReshapeAttributes attributes =
        random.chance(0.5)
            ? new ReshapeAttributes.Flatten(axis)
            : new ReshapeAttributes.To(
                random.chance(0.5)
                    ? List.of(flat.extent(0), -1)
                    : Arrays.stream(flat.toArray()).boxed().toList());
    Expected expected = Expected.ofShape(flat);
    Arrays.setAll(expected.results(), i -> x.data()[i]);
    return oneInput("Reshape", x, attributes, expected);
  }
}
