package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.graph.Value;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.layout.ReorderAttributes;
import io.skipscope.tensor.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every value the layout that the kernel which writes it wants, and puts a copy between
 * kernels that disagree. What is handed out gets a copy in NCHW, see {@link #nchwOf}; what is
 * tapped stays as it lies, since looking at it copies it.
 */
public final class AssignLayouts implements Pass {
  private final KernelChoice choice;

  public AssignLayouts(KernelChoice choice) {
    this.choice = choice;
  }

  /** The value that holds {@code value} in NCHW: itself, or the copy that this pass made. */
  public static String nchwOf(Graph graph, String value) {
    String copy = copyName(value, Layout.NCHW);
    return graph.values().containsKey(copy) ? copy : value;
  }

  @Override
  public String name() {
    return "assign layouts";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    return new Assignment(graph).run();
  }

  private static String copyName(String value, Layout layout) {
    return value + (layout.equals(Layout.NCHW) ? "@nchw" : "@nchwc" + layout.channelBlock());
  }

  /** One run of the pass. */
  private final class Assignment {
    private final Graph graph;
    private final GraphBuilder builder;
    private final Map<String, Layout> layouts = new HashMap<>();

    Assignment(Graph graph) {
      this.graph = graph;
      builder = graph.toBuilder();
    }

    Graph run() {
      for (Node node : graph.nodes()) {
        KernelVariant variant = choice.choose(NodeContext.of(graph, node));
        builder.node(connected(node, variant));
        for (String written : node.writes()) {
          if (graph.shape(written).rank() == 4) {
            assign(written, variant.outputLayout());
          }
        }
      }
      graph.outputs().forEach(output -> in(output, Layout.NCHW));
      return builder.build();
    }

    private Node connected(Node node, KernelVariant variant) {
      List<String> inputs =
          node.inputs().stream().map(input -> in(input, variant.inputLayout())).toList();
      String residual = node.epilogue().residual();
      Node connected = node.withInputs(inputs);
      return residual == null
          ? connected
          : connected.withEpilogue(
              node.epilogue()
                  .withResidual(
                      in(residual, variant.outputLayout()),
                      node.epilogue().branchFactor(),
                      node.epilogue().residualFactor()));
    }

    /** The name of a value in a layout; a copy is made when it is asked for first. */
    private String in(String value, Layout layout) {
      boolean movable = !value.isEmpty() && !graph.value(value).role().isStored();
      if (!movable || graph.shape(value).rank() != 4 || layout.equals(layoutOf(value))) {
        return value;
      }
      String copy = copyName(value, layout);
      if (builder.value(copy) == null) {
        ReorderAttributes attributes = new ReorderAttributes(layoutOf(value), layout);
        builder.putValue(new Value(copy, Role.ACTIVATION, graph.shape(value)));
        builder.node(new Node(copy, "Reorder", List.of(value), copy, attributes));
        assign(copy, layout);
      }
      return copy;
    }

    private Layout layoutOf(String value) {
      return layouts.getOrDefault(value, Layout.NCHW);
    }

    private void assign(String value, Layout layout) {
      layouts.put(value, layout);
      builder.putValue(builder.value(value).withLayout(layout));
    }
  }
}
