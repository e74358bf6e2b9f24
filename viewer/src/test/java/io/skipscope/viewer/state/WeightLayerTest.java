package io.skipscope.viewer.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Graph;
import io.skipscope.viewer.OpenNets;
import org.junit.jupiter.api.Test;

/** Which layer's weights stand for a value. */
class WeightLayerTest {
  private static final OpenModel NET = OpenNets.resNet20();

  private static String shown(int block, String value) {
    return WeightLayer.shown(NET, block, MapsChoice.INITIAL.withValue(value))
        .orElseThrow()
        .node()
        .name();
  }

  @Test
  void aBlocksOutputLeadsToTheLastLayerOfF() {
    assertEquals("layer1.0.conv2", shown(0, ".output"));
    assertEquals("layer1.1.conv2", shown(1, ".output"));
  }

  @Test
  void anOperatorWithoutWeightsLeadsToTheLayerBefore() {
    assertEquals("conv1", shown(4, "bn1"));
    assertEquals("conv1", shown(0, ".input"));
    assertEquals("conv1", shown(4, "conv1"));
  }

  @Test
  void theWeightsAreThoseOfTheModelAndNameTheBatchNormThatFollows() {
    Graph graph = NET.graph();
    WeightLayer layer = WeightLayer.of(graph, graph.node("conv1")).orElseThrow();
    assertSame(graph.stored().get(graph.node("conv1").input(1)), layer.weight());
    assertEquals("bn1", layer.batchNorm());
    assertEquals("16×3×3×3", layer.shapeText());
  }

  @Test
  void everyConvolutionAndTheClassifierAreFound() {
    assertEquals(20, WeightLayer.all(NET.graph()).size());
  }

  @Test
  void whatHasNoWeightsIsNoLayer() {
    assertTrue(WeightLayer.of(NET.graph(), NET.graph().node("bn1")).isEmpty());
  }
}
