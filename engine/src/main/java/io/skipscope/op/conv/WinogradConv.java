package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Node;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Packing;
import io.skipscope.op.Tuning;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A 3x3 convolution by Winograd's algorithm: input transform, one matrix product for each element
 * of a transformed patch, output transform. Each launch has one row for each row of tiles.
 */
final class WinogradConv {
  static final String OUT_SIDE = "OUT_SIDE";

  /** Below so many channels the transforms take longer than the products save. */
  private static final int LEAST_CHANNELS = 32;

  /** Tiles whose products take as long as fetching a transformed weight from memory. */
  private static final int TILES_PER_WEIGHT = 16;

  /** Likewise from a cache, where the weights of a convolution of small maps stay. */
  private static final int TILES_PER_CACHED_WEIGHT = 4;

  /** The part of the direct convolution's time that products may take; transforms take the rest. */
  private static final double WORTHWHILE_SHARE = 0.75;

  /**
   * An output pixel that sees nothing but padding would get the rounding errors of its neighbours
   * in the tile.
   */
  private static final int MAX_PAD = 1;

  private static final WorkGroup ROW_OF_TILES = new WorkGroup(8, 1, 1);

  private final NodeContext context;
  private final ConvGeometry g;
  private final WinogradTransform transform;
  private final int tileRows;
  private final int tileColumns;

  WinogradConv(NodeContext context) {
    this.context = context;
    g = ConvGeometry.of(context);
    transform = transform(context);
    tileRows = transform.tiles(g.outHeight());
    tileColumns = transform.tiles(g.outWidth());
  }

  /** Whether it computes a node at all, and counts its numbers in 32 bits. */
  static boolean isPossible(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvAttributes a = g.attributes();
    return g.kernelH() == 3
        && g.kernelW() == 3
        && a.groups() == 1
        && a.strideH() == 1
        && a.strideW() == 1
        && a.dilationH() == 1
        && a.dilationW() == 1
        && Math.max(a.padTop(), a.padBottom()) <= MAX_PAD
        && Math.max(a.padLeft(), a.padRight()) <= MAX_PAD
        && transformedNumbers(transform(context), g) <= Integer.MAX_VALUE;
  }

  /** Whether it is expected to be faster than a direct convolution, where it is possible. */
  static boolean isWorthwhile(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    long direct = 9L * Math.max(tilesPerWeight(g), (long) g.batch() * g.outHeight() * g.outWidth());
    return Math.min(g.inChannels(), g.outChannels()) >= LEAST_CHANNELS
        && work(transform(context), g) <= WORTHWHILE_SHARE * direct;
  }

  /** The transform that is not expected, then both with all tiles of their products. */
  static List<Tuning> tunings(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    WinogradTransform expected = transform(Tuning.DEFAULT, g);
    WinogradTransform other = new WinogradTransform(expected.outSide() == 4 ? 2 : 4);
    Tuning unexpected = Tuning.DEFAULT.with(OUT_SIDE, other.outSide());
    Stream<Tuning> tiles =
        Stream.concat(
            productTiles(expected, g),
            productTiles(other, g).map(tile -> tile.with(OUT_SIDE, other.outSide())));
    return Stream.concat(Stream.of(unexpected), tiles).toList();
  }

  private static Stream<Tuning> productTiles(WinogradTransform transform, ConvGeometry g) {
    int tiles = transform.tiles(g.outHeight()) * transform.tiles(g.outWidth());
    return BlockedTile.tunings(tiles, g.outChannels()).stream();
  }

  /** The transform that a node's tuning sets, else the one that is expected to be faster. */
  static WinogradTransform transform(NodeContext context) {
    return transform(context.tuning(), ConvGeometry.of(context));
  }

  Packing weights() {
    int outBlocks = BlockedTile.outBlocks(context.tuning(), g.outChannels());
    return transform.packing(new BlockedWeights(outBlocks, ChannelBlocks.SIZE));
  }

  Map<String, Long> scratch() {
    return Map.of(
        patches(), scratchBytes(g.inChannels()), products(), scratchBytes(g.outChannels()));
  }

  List<KernelLaunch> launches() {
    return List.of(transformInput(), multiply(), transformOutput());
  }

  /** Multiplications per pair of channels, or what fetching weights costs if that is more. */
  static long work(WinogradTransform transform, ConvGeometry g) {
    return transform.products() * Math.max(tilesPerWeight(g), tiles(transform, g));
  }

  private static int tilesPerWeight(ConvGeometry g) {
    return FusedWinograd.suits(g) ? TILES_PER_CACHED_WEIGHT : TILES_PER_WEIGHT;
  }

  private static long tiles(WinogradTransform transform, ConvGeometry g) {
    return (long) g.batch() * transform.tiles(g.outHeight()) * transform.tiles(g.outWidth());
  }

  /** Of the larger of both buffers; kernels count them in 32 bits. */
  private static long transformedNumbers(WinogradTransform transform, ConvGeometry g) {
    int blocks = ChannelBlocks.count(Math.max(g.inChannels(), g.outChannels()));
    return transform.products() * tiles(transform, g) * blocks * ChannelBlocks.SIZE;
  }

  private static WinogradTransform transform(Tuning tuning, ConvGeometry g) {
    WinogradTransform large = new WinogradTransform(4);
    WinogradTransform small = new WinogradTransform(2);
    WinogradTransform expected = work(large, g) <= work(small, g) ? large : small;
    return new WinogradTransform(tuning.get(OUT_SIDE, expected.outSide()));
  }

  private KernelLaunch transformInput() {
    int inBlocks = ChannelBlocks.count(g.inChannels());
    return begin("winograd_input_c8")
        .define(OUT_SIDE, transform.outSide())
        .buffers(context.node().input(0), patches())
        .ints(g.batch(), inBlocks, g.inHeight(), g.inWidth())
        .ints(tileRows, tileColumns)
        .ints(g.attributes().padTop(), g.attributes().padLeft())
        .build(tilesOf(inBlocks));
  }

  private KernelLaunch multiply() {
    Node node = context.node();
    LaunchBuilder launch =
        begin(PointwiseLaunch.FUNCTION)
            .define("FLOAT_MAPS", "")
            .buffers(patches(), weights().bufferOf(node.input(1)), products())
            .activation(Activation.NONE);
    return new PointwiseLaunch(
            transform.products() * g.batch(),
            g.batch(),
            ChannelBlocks.count(g.inChannels()),
            g.outChannels(),
            tileRows,
            tileColumns)
        .joinedRows(launch, context.tuning());
  }

  private KernelLaunch transformOutput() {
    int outBlocks = ChannelBlocks.count(g.outChannels());
    return begin("winograd_output_c8")
        .define(OUT_SIDE, transform.outSide())
        .buffers(products(), context.node().output())
        .epilogue(ChannelBlocks.biasBuffer(context))
        .ints(g.batch(), outBlocks, g.outHeight(), g.outWidth())
        .ints(tileRows, tileColumns)
        .build(tilesOf(outBlocks));
  }

  private LaunchBuilder begin(String function) {
    return new LaunchBuilder(context.node(), "conv/" + function + ".cpu.cl", function);
  }

  private NdRange tilesOf(int blocks) {
    return new NdRange(tileColumns, tileRows, (long) g.batch() * blocks, ROW_OF_TILES);
  }

  private String patches() {
    return context.node().name() + "#patches";
  }

  private String products() {
    return context.node().name() + "#products";
  }

  private long scratchBytes(int channels) {
    long vectors = transform.products() * tiles(transform, g);
    return vectors * ChannelBlocks.count(channels) * ChannelBlocks.SIZE * Float.BYTES;
  }
}
