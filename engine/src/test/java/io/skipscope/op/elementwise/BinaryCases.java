package io.skipscope.op.elementwise;

import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random broadcasting operations and their results in double precision. */
final class BinaryCases {
  private BinaryCases() {}

  static CheckedCase random(String op, long seed) {
    RandomSource random = new RandomSource(seed);
    Shape output = randomShape(random);
    Map<String, Tensor> inputs = new HashMap<>();
    Shape[] operands = randomOperands(random, output);
    inputs.put("a", random.tensor(operands[0]));
    inputs.put("b", random.tensor(operands[1], 0.5, 2));
    Attributes attributes = attributes(op, random);
    Epilogue epilogue = op.equals("Add") ? EpilogueOracle.random(random) : Epilogue.NONE;
    Node node = new Node("combine", op, List.of("a", "b"), "y", attributes).withEpilogue(epilogue);
    EpilogueOracle.addInputs(epilogue, output, random, inputs);
    Set<String> stored = random.pick(List.of(Set.of(), Set.of("a"), Set.of("b")));
    OperatorCase test =
        new OperatorCase(node, inputs, EpilogueOracle.randomFactors(random)).withStored(stored);
    String description = "%s of %s and %s, stored %s, %s, %s";
    return new CheckedCase(
        test,
        EpilogueOracle.apply(test, combine(test, output)),
        description.formatted(op, operands[0], operands[1], stored, attributes, epilogue));
  }

  private static Attributes attributes(String op, RandomSource random) {
    return op.equals("Add")
        ? random.pick(List.of(AddAttributes.PLAIN, new AddAttributes(null, "shortcut")))
        : Attributes.NONE;
  }

  private static Shape randomShape(RandomSource random) {
    int[] extents = new int[random.chance(0.6) ? 4 : random.between(0, 5)];
    for (int axis = 0; axis < extents.length; axis++) {
      extents[axis] = random.between(1, 7);
    }
    if (extents.length == 4 && random.chance(0.4)) {
      extents[1] = random.pick(List.of(8, 13, 16));
    }
    return Shape.of(extents);
  }

  /**
   * Operands that broadcast to {@code output}: equal, or one of them without leading axes, or each
   * with extents of 1 where the other has not; of rank 5 only what merges to four axes.
   */
  private static Shape[] randomOperands(RandomSource random, Shape output) {
    int[] left = output.toArray();
    int[] right = output.toArray();
    if (output.rank() <= 4 && random.chance(0.8)) {
      for (int axis = 0; axis < output.rank(); axis++) {
        if (random.chance(0.4)) {
          (random.chance(0.5) ? left : right)[axis] = 1;
        }
      }
    }
    int droppable = 0;
    while (droppable < right.length && left[droppable] == output.extent(droppable)) {
      droppable++;
    }
    if (random.chance(0.3)) {
      right = Arrays.copyOfRange(right, random.between(0, droppable), right.length);
    }
    return new Shape[] {Shape.of(left), Shape.of(right)};
  }

  private static Expected combine(OperatorCase test, Shape output) {
    AddAttributes factors = AddAttributes.of(test.node());
    double leftFactor = factors.leftFactor() == null ? 1 : test.factors().get(factors.leftFactor());
    double rightFactor =
        factors.rightFactor() == null ? 1 : test.factors().get(factors.rightFactor());
    Expected expected = Expected.ofShape(output);
    for (int i = 0; i < output.elementCount(); i++) {
      double a = leftFactor * operand(test.inputs().get("a"), output, i);
      double b = rightFactor * operand(test.inputs().get("b"), output, i);
      expected.results()[i] =
          switch (test.node().op()) {
            case "Add" -> a + b;
            case "Sub" -> a - b;
            case "Mul" -> a * b;
            default -> a / b;
          };
      expected.scales()[i] = Math.abs(a) + Math.abs(b);
    }
    return expected;
  }

  /** The element of an operand that the flat index of the output reads. */
  private static double operand(Tensor operand, Shape output, int flat) {
    Shape shape = operand.shape();
    int rest = flat;
    int index = 0;
    int pitch = 1;
    for (int back = 1; back <= shape.rank(); back++) {
      int coordinate = rest % output.extent(-back);
      rest /= output.extent(-back);
      index += shape.extent(-back) == 1 ? 0 : coordinate * pitch;
      pitch *= shape.extent(-back);
    }
    return operand.data()[index];
  }
}
