package io.skipscope.plan;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.elementwise.Add;
import io.skipscope.tap.StatsTable;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A sum in channel blocks, such as the one at the end of a residual block, whose values one kernel
 * looks at while it adds.
 *
 * @param node an {@code Add}, with an activation at most
 * @param left an operand
 * @param right the other one
 * @param sum what is only looked at, since the activation follows in the same kernel; null if none
 *     does, for then the sum is the output
 */
record TappedSum(Node node, String left, String right, String sum, String output) {
  private static final String NAME = "sum_stats_c8";

  /** A block of channels is work enough for a group. */
  private static final WorkGroup ONE_BLOCK = new WorkGroup(1, 1, 1);

  /**
   * What is wanted of one of the values.
   *
   * @param firstChannel where its part of the statistics begins, see {@link StatsTable}; negative
   *     for no statistics
   * @param copy names a buffer that takes the value in NCHW; null for none
   */
  record Look(int firstChannel, String copy) {
    static final Look NONE = new Look(-1, null);
  }

  /** Whether a node is a sum that the kernel computes. */
  static boolean fits(Graph graph, Node node) {
    if (!node.op().equals("Add") || graph.shape(node.output()).rank() != 4) {
      return false;
    }
    Epilogue epilogue = node.epilogue();
    String sum = epilogue.storeOf(Epilogue.Step.BIASED);
    return epilogue.bias() == null
        && epilogue.residual() == null
        && (sum == null || isForTapsAlone(graph, sum))
        && Stream.of(node.input(0), node.input(1), node.output())
            .allMatch(value -> liesInBlocks(graph, value, graph.shape(node.output())));
  }

  private static boolean isForTapsAlone(Graph graph, String value) {
    return graph.consumers(value).isEmpty() && !graph.outputs().contains(value);
  }

  private static boolean liesInBlocks(Graph graph, String value, Shape shape) {
    return graph.shape(value).equals(shape)
        && !graph.value(value).role().isStored()
        && graph.value(value).layout().equals(Layout.NCHWC8);
  }

  /** A node that {@link #fits}. */
  static TappedSum of(Node node) {
    String sum = node.epilogue().storeOf(Epilogue.Step.BIASED);
    return new TappedSum(node, node.input(0), node.input(1), sum, node.output());
  }

  /** The values that it can look at, each once. */
  List<String> values() {
    return Stream.of(left, right, sum, output).filter(value -> value != null).distinct().toList();
  }

  /**
   * Adds, and looks.
   *
   * @param shape of all values
   * @param looks what is wanted of each of {@link #values}
   */
  KernelLaunch launch(Shape shape, Function<String, Look> looks) {
    Look ofLeft = looks.apply(left);
    Look ofRight = right.equals(left) ? Look.NONE : looks.apply(right);
    Look ofSum = sum == null ? Look.NONE : looks.apply(sum);
    List<Look> ordered = List.of(ofLeft, ofRight, ofSum, looks.apply(output));
    LaunchBuilder launch =
        new LaunchBuilder(node, "tap/" + NAME + ".cpu.cl", NAME)
            .buffers(left, right, output, StatsTable.BUFFER)
            .buffers(copies(ordered))
            .activation(node.epilogue().activation());
    return Add.combine(launch, node)
        .ints(shape.batch(), shape.channels(), shape.height() * shape.width())
        .ints(ordered.stream().mapToInt(Look::firstChannel).toArray())
        .ints(copied(ordered))
        .build(new NdRange(1, ChannelBlocks.count(shape.channels()), 1, ONE_BLOCK));
  }

  /** Any buffer stands for a copy that is not made. */
  private static String[] copies(List<Look> looks) {
    String[] names = new String[looks.size()];
    Arrays.setAll(
        names, i -> looks.get(i).copy() == null ? StatsTable.BUFFER : looks.get(i).copy());
    return names;
  }

  /** A bit for each copy that is made. */
  private static int copied(List<Look> looks) {
    int bits = 0;
    for (int i = 0; i < looks.size(); i++) {
      bits |= looks.get(i).copy() == null ? 0 : 1 << i;
    }
    return bits;
  }
}
