package io.skipscope.tune;

import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Nodes that are tuned together: those of one operator, with equal attributes and inputs of equal
 * shapes. Their epilogues may differ, which changes little of the time.
 *
 * @param attributes as text, such as {@code ConvAttributes[strideH=1, ...]}
 * @param shapes extents of the inputs, the maps before the parameters
 */
record ShapeClass(String op, String attributes, List<List<Integer>> shapes) {
  ShapeClass {
    shapes = shapes.stream().map(List::copyOf).toList();
  }

  static ShapeClass of(NodeContext context) {
    List<List<Integer>> shapes = new ArrayList<>();
    for (int input = 0; input < context.node().inputs().size(); input++) {
      if (context.hasInput(input)) {
        shapes.add(extents(context.input(input)));
      }
    }
    return new ShapeClass(context.node().op(), String.valueOf(context.node().attributes()), shapes);
  }

  /** What classes that differ in the number of samples have in common. */
  ShapeClass ofAnyBatch() {
    List<List<Integer>> any = new ArrayList<>(shapes);
    List<Integer> map = new ArrayList<>(any.get(0));
    map.set(0, 0);
    any.set(0, map);
    return new ShapeClass(op, attributes, any);
  }

  /** Such as {@code Conv 1x64x56x56, 64x64x3x3}. */
  String label() {
    return op
        + shapes.stream()
            .map(s -> s.stream().map(String::valueOf).collect(Collectors.joining("x")))
            .collect(Collectors.joining(", ", " ", ""));
  }

  private static List<Integer> extents(Shape shape) {
    return Arrays.stream(shape.toArray()).boxed().toList();
  }
}
