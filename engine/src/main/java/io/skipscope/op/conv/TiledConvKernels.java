package io.skipscope.op.conv;

import io.skipscope.op.KernelVariant;
import java.util.List;

/** The GPU kernels of a convolution, the most special first. */
final class TiledConvKernels {
  static final List<KernelVariant> ALL =
      List.of(TiledDepthwise.VARIANT, new ConvGemm(64).variant(), new ConvGemm(32).variant());

  private TiledConvKernels() {}
}
