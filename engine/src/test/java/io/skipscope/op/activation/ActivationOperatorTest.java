package io.skipscope.op.activation;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Node;
import io.skipscope.op.ActivationOracle;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ActivationOperatorTest {
  private static final int CASES = 300;

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(CASES, ActivationOperatorTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelMatchesDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(CASES, ActivationOperatorTest::random);
  }

  @Test
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf() {
    OperatorProperty.holdsInHalf(CASES, ActivationOperatorTest::random);
  }

  /** Any function on any shape; one number in fifty is NaN, which every function must pass on. */
  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    Activation.Kind kind = random.pick(List.of(Activation.Kind.values()));
    Activation activation = new Activation(kind, random.uniform(-1, 0.5), random.uniform(0.5, 6));
    Tensor x = random.tensor(randomShape(random), -12, 12);
    for (int i = 0; i < x.data().length; i++) {
      x.data()[i] = random.chance(0.02) ? Float.NaN : x.data()[i];
    }
    Node node =
        new Node(
            "activation", "Activation", List.of("x"), "y", new ActivationAttributes(activation));
    Expected expected = Expected.ofShape(x.shape());
    for (int i = 0; i < x.data().length; i++) {
      expected.results()[i] = ActivationOracle.apply(activation, x.data()[i]);
      expected.scales()[i] = ActivationOracle.scale(activation, Math.abs(x.data()[i]));
    }
    return new CheckedCase(
        new OperatorCase(node, Map.of("x", x)),
        Map.of("y", expected),
        x.shape() + ", " + activation);
  }

  private static Shape randomShape(RandomSource random) {
    int[] extents = new int[random.between(0, 5)];
    for (int axis = 0; axis < extents.length; axis++) {
      extents[axis] = random.between(1, 6);
    }
    return Shape.of(extents);
  }
}
