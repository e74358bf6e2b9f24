package io.skipscope.op.conv;

import io.skipscope.op.KernelFamily;
import io.skipscope.op.OperatorProperty;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Convolutions over channel blocks; few cases, because a program is compiled for each geometry. */
@Tag("opencl")
class BlockedConvTest {
  private static final int CASES = 17 * 3;
  private static final int LONG_CASES = 300;
  private static final int HALF_CASES = 20;

  @Test
  void kernelsMatchDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(CASES, BlockedConvCases::random, Set.of(KernelFamily.CPU));
  }

  @Test
  @Tag("long")
  void kernelsMatchDoublePrecisionForAnyGeometry() {
    OperatorProperty.holdsOnOpenCl(
        LONG_CASES,
        seed -> seed % 5 == 0 ? BlockedConvCases.random(seed) : ConvCases.random(seed),
        Set.of(KernelFamily.CPU));
  }

  @Test
  @Tag("long")
  void kernelsMatchDoublePrecisionInHalf() {
    OperatorProperty.holdsInHalf(HALF_CASES, BlockedConvCases::random);
  }
}
