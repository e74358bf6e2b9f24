package io.skipscope.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.Activation;
import io.skipscope.op.RandomSource;
import io.skipscope.plan.SumCase.Result;
import io.skipscope.plan.SumCase.Value;
import io.skipscope.tap.StatsOracle;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums that look at values, against the same numbers in plain Java and double precision. */
@Tag("opencl")
class TappedSumTest {
  private static final int CASES = 40;
  private static final List<Shape> ODD_SHAPES =
      List.of(
          Shape.of(1, 1, 1, 1),
          Shape.of(2, 7, 1, 129),
          Shape.of(1, 9, 16, 8),
          Shape.of(3, 17, 7, 7),
          Shape.of(1, 8, 56, 56));

  @Test
  void endsOfResidualBlocksAreRight() {
    checkAll(Activation.RELU, false);
  }

  @Test
  void linearEndsOfInvertedResidualsAreRight() {
    checkAll(Activation.NONE, false);
  }

  @Test
  void clippedAndScaledSumsAreRight() {
    checkAll(Activation.RELU6, true);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(Activation.Kind.class)
  void everyActivationIsRight(Activation.Kind kind) {
    checkAll(new Activation(kind, 0.25f, 0.75f), false);
    checkAll(new Activation(kind, 0.25f, 0.75f), true);
  }

  @Test
  void rowRangesDoNotChangeABit() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      for (long seed = 0; seed < 10; seed++) {
        SumCase sum = random(seed, Activation.RELU, false);
        KernelLaunch whole = sum.launch();
        int rows = Math.toIntExact(whole.range().rows());
        List<KernelLaunch> halves = List.of(whole.rows(rows / 2, rows), whole.rows(0, rows / 2));
        Result expected = sum.run(device, List.of(whole));
        Result actual = sum.run(device, halves);
        assertArrayEquals(expected.table(), actual.table(), "seed " + seed);
        assertArrayEquals(expected.output().data(), actual.output().data(), "seed " + seed);
      }
    }
  }

  @Test
  void theSameOperandTwiceIsLookedAtOnce() {
    TappedSum twice = TappedSum.of(SumCase.node("x", "x", Activation.RELU, false));
    assertEquals(List.of("x", "sum", "y"), twice.values());
    TappedSum linear = TappedSum.of(SumCase.node("a", "b", Activation.NONE, false));
    assertEquals(List.of("a", "b", "y"), linear.values());
  }

  private static void checkAll(Activation activation, boolean scaled) {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      for (long seed = 0; seed < CASES; seed++) {
        SumCase sum = random(seed, activation, scaled);
        check(sum, sum.run(device, List.of(sum.launch())), "seed " + seed);
      }
    }
  }

  private static void check(SumCase sum, Result result, String what) {
    Tensor output = sum.expected(Value.OUTPUT);
    assertNear(output, result.output(), what + ", output");
    for (Value value : sum.values()) {
      Tensor numbers = value == Value.OUTPUT ? result.output() : sum.expected(value);
      if (sum.measured().contains(value)) {
        StatsOracle.check(numbers, result.stats(value), what + ", " + value);
      } else {
        assertTrue(result.isUntouched(value), what + ", " + value);
      }
      if (sum.copied().contains(value)) {
        assertNear(sum.expected(value), result.copies().get(value), what + ", " + value);
      }
    }
  }

  /** Exponentials and fused multiply-adds may round otherwise than Java. */
  private static void assertNear(Tensor expected, Tensor actual, String what) {
    for (int i = 0; i < expected.data().length; i++) {
      float number = expected.data()[i];
      double scale = Float.isNaN(number) ? 1 : Math.max(1, Math.abs(number));
      assertEquals(number, actual.data()[i], 2e-6 * scale, what);
    }
  }

  private static SumCase random(long seed, Activation activation, boolean scaled) {
    RandomSource random = new RandomSource(seed);
    Shape shape =
        random.chance(0.4)
            ? random.pick(ODD_SHAPES)
            : Shape.of(
                random.between(1, 3),
                random.between(1, 20),
                random.between(1, 20),
                random.between(1, 20));
    boolean hasNaN = random.chance(0.3);
    return new SumCase(
        operand(random, shape, hasNaN),
        operand(random, shape, hasNaN),
        activation,
        scaled,
        some(random),
        some(random));
  }

  private static Set<Value> some(RandomSource random) {
    Set<Value> chosen = EnumSet.allOf(Value.class);
    chosen.removeIf(value -> random.chance(0.3));
    return chosen;
  }

  private static Tensor operand(RandomSource random, Shape shape, boolean hasNaN) {
    Tensor x = random.tensor(shape, -4, 5);
    for (int i = 0; i < x.data().length; i++) {
      if (random.chance(0.1)) {
        x.data()[i] = hasNaN && random.chance(0.2) ? Float.NaN : 0;
      }
    }
    return x;
  }
}
