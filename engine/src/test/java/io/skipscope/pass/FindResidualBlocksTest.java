package io.skipscope.pass;

import static io.skipscope.graph.BlockKind.BASIC;
import static io.skipscope.graph.BlockKind.BOTTLENECK;
import static io.skipscope.graph.BlockKind.INVERTED_RESIDUAL;
import static io.skipscope.graph.ShortcutKind.IDENTITY;
import static io.skipscope.graph.ShortcutKind.NONE;
import static io.skipscope.graph.ShortcutKind.PADDED_IDENTITY;
import static io.skipscope.graph.ShortcutKind.PROJECTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.BlockKind;
import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.ShortcutKind;
import io.skipscope.graph.edit.ZeroChannel;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindResidualBlocksTest {
  @ParameterizedTest
  @CsvSource({
    "resnet18, 8, BASIC, 3",
    "resnet34, 16, BASIC, 3",
    "resnet50, 16, BOTTLENECK, 4",
    "resnet50:v1, 16, BOTTLENECK, 4",
    "resnet101, 33, BOTTLENECK, 4",
    "resnet152, 50, BOTTLENECK, 4",
    "resnext50_32x4d, 16, BOTTLENECK, 4",
    "resnet20:B, 9, BASIC, 2",
  })
  void everyBlockOfAResNetIsFound(String net, int blocks, BlockKind kind, int projections) {
    List<ResidualBlock> found = blocksOf(net);
    assertEquals(blocks, found.size());
    assertTrue(found.stream().allMatch(b -> b.kind() == kind));
    assertEquals(projections, count(found, PROJECTION));
    assertEquals(blocks - projections, count(found, IDENTITY));
  }

  @Test
  void optionAShortcutsArePaddedIdentities() {
    List<ResidualBlock> found = blocksOf("resnet20");
    assertEquals(2, count(found, PADDED_IDENTITY));
    assertEquals(7, count(found, IDENTITY));
  }

  @Test
  void invertedResidualsWithAndWithoutShortcutAreBlocks() {
    List<ResidualBlock> found = blocksOf("mobilenet_v2");
    assertEquals(17, found.size());
    assertTrue(found.stream().allMatch(b -> b.kind() == INVERTED_RESIDUAL));
    assertEquals(10, count(found, IDENTITY));
    assertEquals(7, count(found, NONE));
    assertEquals("features.1", found.get(0).name());
    assertEquals("features.17", found.get(16).name());
  }

  @Test
  void plainNetsHaveNoBlocks() {
    assertEquals(List.of(), blocksOf("plain20"));
  }

  @Test
  void blocksCarryTheModulePathAndTheirValues() {
    ResidualBlock block = block("resnet50", "layer2.0");
    assertEquals(BOTTLENECK, block.kind());
    assertEquals("layer1.2.relu", block.input());
    assertEquals("layer2.0.bn3", block.residual());
    assertEquals("layer2.0.downsample.1", block.shortcut());
    assertEquals("layer2.0.add", block.sum());
    assertEquals("layer2.0.relu", block.output());
    assertEquals(List.of("layer2.0.downsample.0", "layer2.0.downsample.1"), block.shortcutNodes());
  }

  @Test
  void aLinearBottleneckWithoutSumEndsInItsResidual() {
    ResidualBlock block = block("mobilenet_v2", "features.2");
    assertEquals(block.residual(), block.output());
    assertEquals("features.1.conv.2", block.input());
    assertTrue(block.taps().keySet().stream().noneMatch(tap -> tap.endsWith(".shortcut")));
  }

  @Test
  void theRatioOneBlockStartsAtItsDepthwiseConvolution() {
    ResidualBlock block = block("mobilenet_v2", "features.1");
    assertEquals("features.1.conv.0.0", block.residualNodes().get(0));
    assertEquals(NONE, block.shortcutKind());
  }

  @Test
  void blocksOfNetsThatWereFoldedBeforeAreFoundToo() {
    Graph folded =
        new FoldBatchNorm().apply(new InferShapes().apply(Zoo.build("resnet18", 1), NO), NO);
    List<ResidualBlock> found = new FindResidualBlocks().apply(folded, NO).blocks();
    assertEquals(8, found.size());
    assertTrue(found.stream().allMatch(b -> b.kind() == BASIC));
    assertEquals(3, count(found, PROJECTION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet20", "resnet20:B", "mobilenet_v2:0.35"})
  void blocksAreStillThoseOfTheNetAfterAChannelWasZeroed(String net) {
    Graph graph = Passes.prepare(Zoo.build(net, 1));
    List<ResidualBlock> blocks = graph.blocks();
    for (ResidualBlock block : blocks) {
      for (String value : Set.copyOf(block.taps().values())) {
        Graph edited = Passes.prepare(new ZeroChannel(value, 3).apply(graph));
        assertEquals(forms(blocks), forms(edited.blocks()), value);
      }
    }
  }

  private static List<String> forms(List<ResidualBlock> blocks) {
    return blocks.stream().map(b -> b.name() + " " + b.kind() + " " + b.shortcutKind()).toList();
  }

  private static final Set<String> NO = Set.of();

  private static List<ResidualBlock> blocksOf(String net) {
    return Passes.prepare(Zoo.build(net, 1)).blocks();
  }

  private static ResidualBlock block(String net, String name) {
    return blocksOf(net).stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
  }

  private static long count(List<ResidualBlock> blocks, ShortcutKind kind) {
    return blocks.stream().filter(b -> b.shortcutKind() == kind).count();
  }
}
