package io.skipscope.viewer.layout;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.viewer.layout.NetPart.Kind;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Sets a network that is no chain in layers from top to bottom, so that every connection is seen.
 *
 * <p>A folded block is one box. Can take seconds for a network of thousands of operators. Source of
 * the method: Sugiyama, Tagawa and Toda 1981, as the Eclipse Layout Kernel does it. One use each.
 */
public final class LayeredArranger {
  private final Graph graph;
  private final BlockMembers members;
  private final Predicate<String> operatorsShown;
  private final NetMetrics metrics;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> boxes = new LinkedHashMap<>();
  private final Map<String, NetPart> parts = new LinkedHashMap<>();

  private LayeredArranger(Graph graph, Predicate<String> operatorsShown, NetMetrics metrics) {
    this.graph = graph;
    this.operatorsShown = operatorsShown;
    this.metrics = metrics;
    members = new BlockMembers(graph);
  }

  /**
   * @param graph with shapes inferred and blocks found
   * @param operatorsShown whether a block's operators are shown instead of one box
   */
  public static NetGeometry arrange(
      Graph graph, Predicate<String> operatorsShown, NetMetrics metrics) {
    return new LayeredArranger(graph, operatorsShown, metrics).run();
  }

  private NetGeometry run() {
    graph.nodes().forEach(this::box);
    connect();
    double line = metrics.line();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, line);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 1.4 * line);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(line));
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return new NetGeometry(
        parts.entrySet().stream().map(e -> placed(e.getValue(), boxes.get(e.getKey()))).toList(),
        root.getContainedEdges().stream().map(LayeredArranger::line).toList(),
        1,
        metrics,
        root.getWidth(),
        root.getHeight());
  }

  /** The box that stands for an operator: its own, or its folded block's. */
  private String boxOf(Node node) {
    int block = members.blockOf(node);
    String name = block < 0 ? "" : graph.blocks().get(block).name();
    return block < 0 || operatorsShown.test(name) ? "operator " + node.name() : "block " + name;
  }

  private void box(Node node) {
    String key = boxOf(node);
    if (boxes.containsKey(key)) {
      return;
    }
    int block = members.blockOf(node);
    boolean whole = key.startsWith("block ");
    ElkNode box = ElkGraphUtil.createNode(root);
    box.setDimensions(metrics.boxWidth(), metrics.boxHeight());
    boxes.put(key, box);
    Kind kind = whole ? Kind.BLOCK : Kind.OPERATOR;
    String name = whole ? graph.blocks().get(block).name() : node.name();
    parts.put(key, new NetPart(kind, name, block, new Rectangle2D.Double(), List.of()));
  }

  private void connect() {
    Set<List<String>> done = new HashSet<>();
    for (Node node : graph.nodes()) {
      for (String value : node.reads()) {
        Node producer = graph.producer(value);
        if (producer != null) {
          String from = boxOf(producer);
          String to = boxOf(node);
          if (!from.equals(to) && done.add(List.of(from, to))) {
            ElkGraphUtil.createSimpleEdge(boxes.get(from), boxes.get(to));
          }
        }
      }
    }
  }

  private static NetPart placed(NetPart part, ElkNode box) {
    Rectangle2D area =
        new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    return new NetPart(part.kind(), part.name(), part.block(), area, List.of());
  }

  private static List<Point2D> line(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().get(0);
    List<Point2D> points = new ArrayList<>();
    points.add(new Point2D.Double(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(p -> points.add(new Point2D.Double(p.getX(), p.getY())));
    points.add(new Point2D.Double(section.getEndX(), section.getEndY()));
    return points;
  }
}
