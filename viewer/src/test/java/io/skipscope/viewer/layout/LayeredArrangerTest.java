package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Attributes;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.Nets;
import java.awt.geom.Point2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayeredArrangerTest {
  private static final NetMetrics METRICS = new NetMetrics(16, 300);

  /** {@code forks} times: one operator, two beside each other, and their sum. */
  private static Graph forks(int forks) {
    GraphBuilder builder = Graph.builder("forks");
    String value = builder.input("x", Shape.of(1, 1, 4, 4));
    for (int i = 0; i < forks; i++) {
      String top = relu(builder, "top" + i, value);
      String left = relu(builder, "left" + i, top);
      String right = relu(builder, "right" + i, top);
      value =
          builder.node(new Node("sum" + i, "Add", List.of(left, right), "s" + i, Attributes.NONE));
    }
    return builder.output(value).build();
  }

  private static String relu(GraphBuilder builder, String name, String reads) {
    return builder.node(new Node(name, "Relu", List.of(reads), name, Attributes.NONE));
  }

  private static NetGeometry arrange(Graph graph) {
    return LayeredArranger.arrange(graph, block -> false, METRICS);
  }

  private static NetPart part(NetGeometry net, String name) {
    return net.parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void residualNetworksAreChainsAndForksAreNot() {
    assertTrue(NetArranger.suits(Nets.resNet20()));
    assertTrue(NetArranger.suits(Nets.mobileNetV2()));
    assertFalse(NetArranger.suits(forks(1)));
  }

  @Test
  void whatReadsAValueStandsBelowItAndNothingOverlaps() {
    NetGeometry net = arrange(forks(2));
    assertEquals(8, net.parts().size());
    assertEquals(9, net.wires().size());
    assertTrue(part(net, "left0").area().getMinY() > part(net, "top0").area().getMaxY());
    assertTrue(part(net, "sum0").area().getMinY() > part(net, "right0").area().getMaxY());
    for (NetPart one : net.parts()) {
      for (NetPart other : net.parts()) {
        assertTrue(one == other || !one.area().intersects(other.area()));
      }
    }
  }

  @Test
  void wiresLeadFromBoxToBoxAtRightAngles() {
    NetGeometry net = arrange(forks(1));
    for (List<Point2D> wire : net.wires()) {
      for (int i = 1; i < wire.size(); i++) {
        Point2D from = wire.get(i - 1);
        Point2D to = wire.get(i);
        assertTrue(from.getX() == to.getX() || from.getY() == to.getY());
      }
      assertTrue(touchesABox(net, wire.get(0)));
      assertTrue(touchesABox(net, wire.get(wire.size() - 1)));
    }
  }

  private static boolean touchesABox(NetGeometry net, Point2D point) {
    return net.parts().stream()
        .anyMatch(p -> p.area().intersects(point.getX() - 0.5, point.getY() - 0.5, 1, 1));
  }

  @Test
  void aFoldedBlockIsOneBox() {
    Graph graph = Nets.resNet20();
    NetGeometry folded = arrange(graph);
    NetGeometry shown = LayeredArranger.arrange(graph, "layer1.0"::equals, METRICS);
    assertEquals("layer1.0", folded.partOf(0).orElseThrow().name());
    assertTrue(shown.parts().size() > folded.parts().size());
    assertEquals("layer1.1", shown.partOf(1).orElseThrow().name());
  }

  @Test
  void aThousandOperatorsAreArranged() {
    assertEquals(1000, arrange(forks(250)).parts().size());
  }
}
