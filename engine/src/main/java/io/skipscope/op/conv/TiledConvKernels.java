package io.skipscope.op.conv;

import io.skipscope.op.KernelVariant;
import java.util.List;

/** The GPU kernels of a convolution, the most special first. */
final class TiledConvKernels {
  static final List<KernelVariant> ALL =
      List.of(
          TiledDepthwise.VARIANT,
          TiledDirect.VARIANT,
          TiledWinograd.variant(GemmTile.MEDIUM),
          TiledWinograd.variant(GemmTile.SMALL),
          new ConvGemm(GemmTile.MEDIUM).split(),
          new ConvGemm(GemmTile.SMALL).split(),
          new ConvGemm(GemmTile.LARGE).whole(),
          new ConvGemm(GemmTile.MEDIUM).whole(),
          new ConvGemm(GemmTile.SMALL).whole());

  private TiledConvKernels() {}
}
