package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.movement.PadAttributes;
import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.pass.Window;
import io.skipscope.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which rows of a network's input some rows of its output are computed from. Immutable. */
public final class RowMap {
  private static final int HEIGHT = Window.HEIGHT_AXIS;

  private final Graph graph;
  private final String input;
  private final String output;
  private final Map<String, Integer> strides = new HashMap<>();

  private RowMap(Graph graph) {
    this.graph = graph;
    input = graph.inputs().get(0);
    output = graph.outputs().get(0);
    strides.put(input, 1);
  }

  /**
   * @param graph with its shapes inferred
   * @return none where something looks at all rows at once, such as global pooling, or rows do not
   *     keep their order
   */
  public static Optional<RowMap> of(Graph graph) {
    if (graph.inputs().size() != 1 || graph.outputs().size() != 1) {
      return Optional.empty();
    }
    RowMap map = new RowMap(graph);
    boolean possible =
        graph.shape(map.input).rank() == 4 && graph.nodes().stream().allMatch(map::addStride);
    return possible ? Optional.of(map) : Optional.empty();
  }

  public int inputHeight() {
    return graph.shape(input).height();
  }

  int outputHeight() {
    return graph.shape(output).height();
  }

  /** What a device has to run on to get some rows of the output right. */
  Slab slab(Rows wanted) {
    Map<String, Rows> needed = new HashMap<>();
    needed.put(output, wanted);
    List<Node> nodes = graph.nodes();
    for (int index = nodes.size() - 1; index >= 0; index--) {
      Node node = nodes.get(index);
      Rows rows = needed.get(node.output());
      if (rows != null) {
        computed(node).forEach(value -> needed.merge(value, reads(node, rows, value), Rows::hull));
      }
    }
    Rows rows = needed.get(input);
    int stride = strides.get(output);
    int first = rows.begin() / stride;
    return new Slab(new Rows(first * stride, rows.end()), wanted, wanted.begin() - first);
  }

  private Rows reads(Node node, Rows rows, String value) {
    Window window = Window.along(graph, node, HEIGHT).orElseThrow();
    int begin = rows.begin() * window.stride() - window.padBefore();
    int last = (rows.end() - 1) * window.stride() - window.padBefore();
    int reach = (window.kernel() - 1) * window.dilation() + 1;
    return new Rows(begin, last + reach).within(graph.shape(value).height());
  }

  /** Notes how many input rows lie between two rows of what the node computes. */
  private boolean addStride(Node node) {
    Optional<Window> window = Window.along(graph, node, HEIGHT);
    List<Integer> before = computed(node).map(strides::get).distinct().toList();
    if (window.isEmpty() || node.writes().size() != 1 || before.size() != 1 || !keepsRows(node)) {
      return false;
    }
    strides.put(node.output(), before.get(0) * window.get().stride());
    return true;
  }

  private Stream<String> computed(Node node) {
    return node.reads().stream().distinct().filter(value -> !graph.value(value).role().isStored());
  }

  /** Whether row r of the output comes from around row r times the stride of the input. */
  private boolean keepsRows(Node node) {
    if (node.attributes() instanceof SliceAttributes slice) {
      int height = graph.shape(node.input(0)).height();
      return slice.ranges().stream().allMatch(range -> isPlain(range, height));
    }
    if (node.attributes() instanceof PadAttributes pad) {
      return pad.before().get(HEIGHT) == 0 && pad.after().get(HEIGHT) == 0;
    }
    return hasWindow(node) || node.reads().stream().allMatch(value -> fits(value, node.output()));
  }

  private static boolean isPlain(SliceAttributes.Range range, int height) {
    boolean alongRows = range.axis() == HEIGHT || range.axis() == HEIGHT - 4;
    return !alongRows || range.begin() == 0 && range.step() > 0 && range.end() >= height;
  }

  private static boolean hasWindow(Node node) {
    return node.op().equals("Conv") || node.op().endsWith("Pool");
  }

  /** Elementwise operands have all rows, or stored ones none of their own. */
  private boolean fits(String value, String result) {
    Shape shape = graph.shape(value);
    if (graph.value(value).role().isStored()) {
      return shape.rank() < 2 || shape.extent(-2) == 1;
    }
    return shape.rank() == 4 && shape.height() == graph.shape(result).height();
  }
}
