package io.skipscope.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.skipscope.device.Device;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.op.OperatorHarness.Split;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Checks an operator on many random cases; a failure names the seed that gives its case again. */
public final class OperatorProperty {
  /** Allowed error in proportion to the sum of the magnitudes that were added up. */
  private static final double TOLERANCE = 5e-6;

  /**
   * Winograd's algorithm multiplies by transformed weights. Rounding them to 11 bits costs an error
   * of 2^-11 in each product, and transforming back adds up products that are larger than the
   * result.
   */
  private static final double HALF_TRANSFORM = 0x1p-9;

  /** So far behind the first one that generators may divide a seed. */
  private static final long HALF_SEEDS = 8 * RandomSource.HALVES;

  /** One case in so many is also checked for writes outside of its row range. */
  private static final int ROW_CHECK_INTERVAL = 10;

  private OperatorProperty() {}

  /** Checks the plain Java loops on cases of the seeds 0 to {@code cases} - 1. */
  public static void holdsInJava(int cases, LongFunction<CheckedCase> generator) {
    try (Device java = new JavaDevice()) {
      for (long seed = 0; seed < cases; seed++) {
        CheckedCase checked = generator.apply(seed);
        checked.check(
            OperatorHarness.reference(checked.test(), java), TOLERANCE, "java, seed " + seed);
      }
    }
  }

  /**
   * Checks every variant that accepts a case, submitted whole, in two row ranges and with an odd
   * work-group; each variant of the operator must come up.
   */
  public static void holdsOnOpenCl(int cases, LongFunction<CheckedCase> generator) {
    holdsOnOpenCl(cases, generator, EnumSet.allOf(KernelFamily.class));
  }

  /** Likewise for the variants of some families. */
  public static void holdsOnOpenCl(
      int cases, LongFunction<CheckedCase> generator, Set<KernelFamily> families) {
    Set<String> missing = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      for (long seed = 0; seed < cases; seed++) {
        CheckedCase checked = generator.apply(seed);
        missing.addAll(allVariants(checked.test(), families));
        for (KernelVariant variant : OperatorHarness.variants(checked.test(), device)) {
          if (!families.contains(variant.family())) {
            continue;
          }
          used.add(variant.name());
          checkVariant(checked, variant, device, seed);
        }
      }
    }
    missing.removeAll(used);
    assertEquals(Set.of(), missing, "variants that no case reached");
  }

  /**
   * Checks every variant that accepts a case on values that are stored in half. Inputs are numbers
   * that halves hold, so that only results and repacked weights are rounded.
   */
  public static void holdsInHalf(int cases, LongFunction<CheckedCase> generator) {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      for (long seed = HALF_SEEDS; seed < HALF_SEEDS + cases; seed++) {
        CheckedCase checked = generator.apply(seed);
        for (KernelVariant variant : OperatorHarness.variants(checked.test(), device)) {
          boolean transforms = variant.name().startsWith("winograd");
          Tolerance tolerance = Tolerance.inHalf(transforms ? HALF_TRANSFORM : TOLERANCE);
          checked.check(
              OperatorHarness.kernelsInHalf(checked.test(), variant, device),
              tolerance,
              "%s in half, seed %d".formatted(variant.name(), seed));
        }
      }
    }
  }

  private static void checkVariant(
      CheckedCase checked, KernelVariant variant, Device device, long seed) {
    for (Split split : List.of(Split.WHOLE, Split.TWO_ROW_RANGES, Split.ODD_WORK_GROUP)) {
      String how = "%s %s, seed %d".formatted(variant.name(), split, seed);
      checked.check(
          OperatorHarness.kernels(checked.test(), variant, device, split), TOLERANCE, how);
    }
    if (seed % ROW_CHECK_INTERVAL == 0) {
      checkRowRanges(checked.test(), variant, device, seed);
    }
  }

  /** Every element belongs to one of two row ranges, and neither writes the other's. */
  private static void checkRowRanges(
      OperatorCase test, KernelVariant variant, Device device, long seed) {
    Map<String, Tensor> first = OperatorHarness.kernels(test, variant, device, Split.FIRST_ROWS);
    Map<String, Tensor> last = OperatorHarness.kernels(test, variant, device, Split.LAST_ROWS);
    for (String value : first.keySet()) {
      float[] fromFirst = first.get(value).data();
      float[] fromLast = last.get(value).data();
      for (int i = 0; i < fromFirst.length; i++) {
        boolean isWrittenByFirst = fromFirst[i] != OperatorHarness.UNWRITTEN;
        boolean isWrittenByLast = fromLast[i] != OperatorHarness.UNWRITTEN;
        if (isWrittenByFirst == isWrittenByLast) {
          fail(
              "%s, seed %d: element %d of %s is written by %s row ranges"
                  .formatted(variant.name(), seed, i, value, isWrittenByFirst ? "both" : "no"));
        }
      }
    }
  }

  private static Set<String> allVariants(OperatorCase test, Set<KernelFamily> families) {
    return Operators.get(test.node().op()).variants().stream()
        .filter(variant -> families.contains(variant.family()))
        .map(KernelVariant::name)
        .collect(Collectors.toSet());
  }
}
