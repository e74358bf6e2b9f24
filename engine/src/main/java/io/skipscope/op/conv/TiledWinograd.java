package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.graph.Activation;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Packing;
import io.skipscope.op.TiledMaps;
import io.skipscope.op.TiledVariant;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * A 3x3 convolution by Winograd's algorithm on a GPU: input transform, a matrix product in tiles
 * for each element of a transformed patch, output transform. Each launch has one row for each row
 * of patches; those of all samples lie side by side, so that small maps fill tiles together.
 */
final class TiledWinograd {
  /** Below so many channels the transforms take longer than the products save. */
  private static final int LEAST_CHANNELS = 32;

  /** The part of the direct convolution's products that may be left; transforms take the rest. */
  private static final double WORTHWHILE_SHARE = 0.6;

  private final NodeContext context;
  private final GemmTile tile;
  private final ConvGeometry g;
  private final WinogradTransform transform;
  private final int tileRows;
  private final int tileColumns;

  private TiledWinograd(NodeContext context, GemmTile tile) {
    this.context = context;
    this.tile = tile;
    g = ConvGeometry.of(context);
    WinogradTransform large = new WinogradTransform(4);
    WinogradTransform small = new WinogradTransform(2);
    transform = work(large) <= work(small) ? large : small;
    tileRows = transform.tiles(g.outHeight());
    tileColumns = transform.tiles(g.outWidth());
  }

  static KernelVariant variant(GemmTile tile) {
    return new TiledVariant(
            "winograd_" + tile.channels() + ".gpu",
            context -> WinogradConv.isPossible(context) && of(context, tile).isCountable(),
            tile.workItems(),
            tile.localBytes(),
            context -> List.of(of(context, tile).weights()),
            context -> of(context, tile).scratch(),
            context -> of(context, tile).launches())
        .suiting(context -> of(context, tile).isWorthwhile());
  }

  private static TiledWinograd of(NodeContext context, GemmTile tile) {
    return new TiledWinograd(context, tile);
  }

  private boolean isWorthwhile() {
    long pixels = (long) g.batch() * g.outHeight() * g.outWidth();
    return Math.min(g.inChannels(), g.outChannels()) >= LEAST_CHANNELS
        && work(transform) <= WORTHWHILE_SHARE * 9 * filled(pixels);
  }

  /** Products per pair of channels; those that only fill a tile of the matrix product count. */
  private long work(WinogradTransform candidate) {
    long patches =
        (long) g.batch() * candidate.tiles(g.outHeight()) * candidate.tiles(g.outWidth());
    return candidate.products() * filled(patches);
  }

  private long filled(long columns) {
    return (columns + tile.pixels() - 1) / tile.pixels() * tile.pixels();
  }

  /** Whether kernels can count the numbers between launches in 32 bits. */
  private boolean isCountable() {
    return numbers(Math.max(g.inChannels(), g.outChannels())) <= Integer.MAX_VALUE;
  }

  private long numbers(int channels) {
    return (long) transform.products() * channels * tileRows * tileColumns * g.batch();
  }

  private Map<String, Long> scratch() {
    return Map.of(
        patches(), Float.BYTES * numbers(g.inChannels()),
        products(), Float.BYTES * numbers(g.outChannels()));
  }

  private List<KernelLaunch> launches() {
    return List.of(transformInput(), multiply(), transformOutput());
  }

  private PackedValue weights() {
    Packing matrices = product().weights();
    return new PackedValue(
        context.node().input(1),
        new Packing(
            "winograd" + transform.outSide() + matrices.name(),
            weight -> matrices.pack().apply(transform.matrices(weight))));
  }

  /** All products as one convolution of 1x1 with a group for each. */
  private GemmShape product() {
    int groups = transform.products();
    Shape maps = Shape.of(1, groups * g.inChannels(), tileRows, g.batch() * tileColumns);
    Shape factors = Shape.of(groups * g.outChannels(), g.inChannels(), 1, 1);
    ConvAttributes attributes = ConvAttributes.of(1, 0, groups);
    return GemmShape.of(new ConvGeometry(g.name(), maps, factors, attributes), tile);
  }

  private KernelLaunch transformInput() {
    return begin("winograd_input_transform")
        .define("OUT_SIDE", transform.outSide())
        .buffers(context.node().input(0), patches())
        .ints(g.batch(), g.inChannels(), g.inHeight(), g.inWidth())
        .ints(tileRows, tileColumns)
        .ints(g.attributes().padTop(), g.attributes().padLeft())
        .build(patchesOf(g.inChannels()));
  }

  private KernelLaunch multiply() {
    LaunchBuilder launch =
        begin(ConvGemm.FUNCTION)
            .buffers(patches(), weights().buffer(), products())
            .activation(Activation.NONE);
    return product().build(launch);
  }

  private KernelLaunch transformOutput() {
    return begin("winograd_output_transform")
        .define("OUT_SIDE", transform.outSide())
        .buffers(products(), context.node().output())
        .epilogue()
        .ints(g.batch(), g.outChannels(), g.outHeight(), g.outWidth())
        .ints(tileRows, tileColumns)
        .build(patchesOf(g.outChannels()));
  }

  private LaunchBuilder begin(String function) {
    return new LaunchBuilder(context.node(), "conv/" + function + ".gpu.cl", function);
  }

  private NdRange patchesOf(int channels) {
    return TiledMaps.pixels(Shape.of(1, channels, tileRows, g.batch() * tileColumns));
  }

  private String patches() {
    return context.node().name() + "#patches";
  }

  private String products() {
    return context.node().name() + "#products";
  }
}
