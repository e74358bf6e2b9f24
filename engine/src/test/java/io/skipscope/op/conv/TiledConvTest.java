package io.skipscope.op.conv;

import io.skipscope.op.CheckedCase;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.OperatorProperty;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Convolutions in tiles of local memory; few cases, because a program is compiled for each. */
@Tag("opencl")
class TiledConvTest {
  private static final int CASES = 30;
  private static final int LONG_CASES = 90;
  private static final int HALF_CASES = 20;

  @Test
  void kernelsMatchDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(CASES, TiledConvTest::random, Set.of(KernelFamily.GPU));
  }

  @Test
  @Tag("long")
  void kernelsMatchDoublePrecisionInManyCases() {
    OperatorProperty.holdsOnOpenCl(LONG_CASES, TiledConvTest::random, Set.of(KernelFamily.GPU));
  }

  @Test
  @Tag("long")
  void kernelsMatchDoublePrecisionInHalf() {
    OperatorProperty.holdsInHalf(HALF_CASES, TiledConvTest::random);
  }

  private static CheckedCase random(long seed) {
    return seed % 3 == 2
        ? TiledDepthwiseCases.random(seed / 3)
        : TiledConvCases.random(seed - seed / 3);
  }
}
