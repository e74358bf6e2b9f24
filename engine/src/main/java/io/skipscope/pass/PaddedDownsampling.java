package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.conv.ConvChain;
import io.skipscope.op.movement.PadAttributes;
import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.op.movement.SliceAttributes.Range;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first half of a block that halves a map and has a shortcut without weights (He et al., "Deep
 * Residual Learning for Image Recognition", 2015, option A).
 *
 * @param convolution of stride 2, on the block's input
 * @param slice every second pixel of the block's input
 * @param pad channels of zeros around these: the shortcut
 */
record PaddedDownsampling(Node convolution, Node slice, Node pad) {
  private static final int CHANNELS = 1;

  /**
   * The one whose convolution and shortcut a convolution with a sum reads. Nobody else reads or
   * taps what is inside.
   */
  static Optional<PaddedDownsampling> before(Graph graph, Node sum, Set<String> pinned) {
    Node convolution = graph.producer(sum.input(0));
    Node pad = graph.producer(sum.epilogue().residual());
    Node slice = pad != null && pad.op().equals("Pad") ? graph.producer(pad.input(0)) : null;
    if (convolution == null || slice == null || !slice.op().equals("Slice")) {
      return Optional.empty();
    }
    boolean isHidden =
        Stream.of(convolution, pad, slice)
            .map(Node::output)
            .allMatch(value -> graph.consumers(value).size() == 1 && !pinned.contains(value));
    boolean fits =
        slice.input(0).equals(convolution.input(0))
            && slice.inputs().size() == 1
            && ConvChain.isDownsampling(NodeContext.of(graph, convolution))
            && convolution.epilogue().activation().equals(sum.epilogue().activation())
            && keepsEverySecondPixel(graph, slice)
            && addsOnlyChannels(pad);
    return isHidden && fits
        ? Optional.of(new PaddedDownsampling(convolution, slice, pad))
        : Optional.empty();
  }

  int channelsBefore() {
    return ((PadAttributes) pad.attributes()).before().get(CHANNELS);
  }

  List<Node> nodes() {
    return List.of(convolution, slice, pad);
  }

  private static boolean keepsEverySecondPixel(Graph graph, Node slice) {
    List<Range> ranges = ((SliceAttributes) slice.attributes()).ranges();
    int rank = graph.shape(slice.input(0)).rank();
    return ranges.size() == 2
        && ranges.stream()
            .map(range -> Math.floorMod(range.axis(), rank))
            .toList()
            .containsAll(List.of(2, 3))
        && ranges.stream().allMatch(range -> isWhole(graph, slice, range) && range.step() == 2);
  }

  private static boolean isWhole(Graph graph, Node slice, Range range) {
    int extent = graph.shape(slice.input(0)).extent(Math.floorMod(range.axis(), 4));
    return range.begin() == 0 && range.end() >= extent;
  }

  private static boolean addsOnlyChannels(Node pad) {
    PadAttributes a = (PadAttributes) pad.attributes();
    boolean isZero = a.mode() == PadAttributes.Mode.CONSTANT && a.value() == 0;
    return isZero && onlyChannels(a.before()) && onlyChannels(a.after());
  }

  private static boolean onlyChannels(List<Integer> pads) {
    return pads.get(CHANNELS) >= 0 && pads.stream().mapToInt(Math::abs).sum() == pads.get(CHANNELS);
  }
}
