package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.Activation;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.TiledMaps;
import io.skipscope.op.TiledVariant;
import java.util.List;
import java.util.Map;

/** Convolutions as products of matrices that work-groups compute in tiles. */
record ConvGemm(GemmTile tile) {
  static final String FUNCTION = "conv_gemm";

  /** Below so many outputs of each of several groups most of a tile would be computed in vain. */
  private static final int LEAST_GROUP_OUTPUTS = 8;

  /** In one launch. */
  KernelVariant whole() {
    return variant(FUNCTION + name(), false)
        .suiting(
            context -> {
              GemmShape shape = shape(context, false);
              return tile.equals(GemmTile.SMALL)
                  || !shape.isWasteful() && (!tile.equals(GemmTile.LARGE) || shape.isBusy());
            });
  }

  /** In two: parts of the sums, then their sum. */
  KernelVariant split() {
    return variant(FUNCTION + "_split" + name(), true)
        .suiting(
            context -> {
              GemmShape whole = shape(context, false);
              return whole.isWorthSplitting()
                  && (tile.equals(GemmTile.SMALL) || !whole.isWasteful());
            });
  }

  private String name() {
    return "_" + tile.channels() + ".gpu";
  }

  private TiledVariant variant(String name, boolean isSplit) {
    return new TiledVariant(
        name,
        ConvGemm::accepts,
        tile.workItems(),
        tile.localBytes(),
        context -> List.of(weights(context, isSplit)),
        context -> isSplit ? scratch(context) : Map.of(),
        context -> isSplit ? splitLaunches(context) : List.of(launch(context)));
  }

  private static boolean accepts(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    int groups = g.attributes().groups();
    return groups == 1 || g.outChannels() / groups >= LEAST_GROUP_OUTPUTS;
  }

  private GemmShape shape(NodeContext context, boolean isSplit) {
    ConvGeometry g = ConvGeometry.of(context);
    return isSplit ? GemmShape.split(g, tile) : GemmShape.of(g, tile);
  }

  private PackedValue weights(NodeContext context, boolean isSplit) {
    return new PackedValue(context.node().input(1), shape(context, isSplit).weights());
  }

  private KernelLaunch launch(NodeContext context) {
    return shape(context, false).build(begin(context, context.node().output(), false).epilogue());
  }

  private List<KernelLaunch> splitLaunches(NodeContext context) {
    GemmShape shape = shape(context, true);
    LaunchBuilder parts = begin(context, parts(context), true).activation(Activation.NONE);
    return List.of(shape.build(parts), sum(context, shape));
  }

  private KernelLaunch sum(NodeContext context, GemmShape shape) {
    ConvGeometry g = shape.g();
    return new LaunchBuilder(context.node(), "conv/split_sum.gpu.cl", "split_sum")
        .buffers(parts(context), context.node().output())
        .epilogue()
        .ints(shape.splits(), g.batch() * g.outChannels(), g.outChannels())
        .ints(g.outHeight(), g.outWidth())
        .build(TiledMaps.pixels(g.output()));
  }

  private LaunchBuilder begin(NodeContext context, String target, boolean isSplit) {
    return new LaunchBuilder(context.node(), "conv/" + FUNCTION + ".gpu.cl", FUNCTION)
        .buffers(context.node().input(0), weights(context, isSplit).buffer(), target);
  }

  private Map<String, Long> scratch(NodeContext context) {
    GemmShape shape = shape(context, true);
    long numbers = (long) shape.splits() * shape.g().output().elementCount();
    return Map.of(parts(context), numbers * Float.BYTES);
  }

  private static String parts(NodeContext context) {
    return context.node().name() + "#parts";
  }
}
