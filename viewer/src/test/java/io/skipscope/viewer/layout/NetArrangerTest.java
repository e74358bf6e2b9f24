package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Graph;
import io.skipscope.viewer.Nets;
import io.skipscope.viewer.layout.NetPart.Bar;
import io.skipscope.viewer.layout.NetPart.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetArrangerTest {
  private static NetGeometry arrange(Graph graph, boolean stagesOpen, boolean operators) {
    List<String> stages =
        graph.blocks().stream().map(b -> b.name().substring(0, b.name().indexOf('.'))).toList();
    return NetArranger.arrange(
        graph, stages, stage -> stagesOpen, block -> operators, new NetMetrics(16, 300));
  }

  private static List<String> names(NetGeometry net, Kind kind) {
    return net.parts().stream().filter(p -> p.kind() == kind).map(NetPart::name).toList();
  }

  @Test
  void resNet20HasItsStemNineBlocksAndHeadAlongTheTrunk() {
    NetGeometry net = arrange(Nets.resNet20(), true, false);
    assertEquals(List.of("layer1", "layer2", "layer3"), names(net, Kind.HEADING));
    assertEquals(9, names(net, Kind.BLOCK).size());
    assertEquals("conv1", net.parts().get(0).name());
    assertEquals(Kind.OPERATOR, net.parts().get(net.parts().size() - 1).kind());
  }

  @Test
  void theTrunkHasNoGaps() {
    List<NetPart> parts = arrange(Nets.mobileNetV2(), true, true).parts();
    for (int i = 1; i < parts.size(); i++) {
      assertEquals(parts.get(i - 1).area().getMaxY(), parts.get(i).area().getY(), 1e-9);
    }
  }

  @Test
  void foldedStagesHideTheirBlocksAndStandForThem() {
    NetGeometry net = arrange(Nets.resNet20(), false, false);
    assertEquals(List.of(), names(net, Kind.BLOCK));
    assertEquals(List.of("layer1", "layer2", "layer3"), names(net, Kind.STAGE));
    assertEquals("layer2", net.partOf(4).orElseThrow().name());
  }

  @Test
  void operatorsShowEveryNodeOfTheBranch() {
    Graph graph = Nets.resNet20();
    NetGeometry net = arrange(graph, true, true);
    NetPart first = net.partOf(0).orElseThrow();
    assertEquals(
        graph.blocks().get(0).residualNodes(),
        first.bars().stream().map(bar -> bar.node().name()).toList());
    assertEquals(2, arrange(graph, true, false).partOf(0).orElseThrow().bars().size());
  }

  @Test
  void anInvertedResidualIsWideThenThin() {
    Graph graph = Nets.mobileNetV2();
    int last = graph.blocks().size() - 1;
    List<Bar> bars = arrange(graph, true, false).partOf(last).orElseThrow().bars();
    assertEquals(3, bars.size());
    assertEquals(bars.get(0).area().getWidth(), bars.get(1).area().getWidth(), 1e-9);
    assertTrue(bars.get(2).area().getWidth() < bars.get(1).area().getWidth());
  }
}
