package io.skipscope.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.ScaleBranch.Branch;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.pool.ReduceAttributes;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PassesTest {
  private static final Graph RESNET18 = Passes.prepare(Zoo.build("resnet18", 1));
  private static final Graph MOBILENET = Passes.prepare(Zoo.build("mobilenet_v2", 1));
  private static final Graph RESNET20 = Passes.prepare(Zoo.build("resnet20", 1));
  private static final KernelChoice CPU =
      new KernelChoice(TestDevices.processor(1 << 20), KernelFamily.CPU);
  private static final ReduceAttributes OVER_ALL = new ReduceAttributes(0, 3, false);

  @Test
  void anUntappedResNetIsConvolutionsAndPoolsOnly() {
    Graph compiled = Passes.compile(RESNET18, Set.of(), Passes.Options.ALL);
    assertEquals(
        Map.of("Conv", 20L, "MaxPool", 1L, "GlobalAveragePool", 1L, "Reshape", 1L, "Gemm", 1L),
        operators(compiled));
  }

  @Test
  void foldingAloneLeavesSumsAndActivations() {
    Map<String, Long> operators =
        operators(Passes.compile(RESNET18, Set.of(), new Passes.Options(true, false)));
    assertFalse(operators.containsKey("BatchNorm"));
    assertEquals(8, operators.get("Add"));
    assertEquals(17, operators.get("Activation"));
  }

  @Test
  void fusingAloneGivesActivationsToBatchNormsAndSums() {
    Map<String, Long> operators =
        operators(Passes.compile(RESNET18, Set.of(), new Passes.Options(false, true)));
    assertEquals(20, operators.get("BatchNorm"));
    assertEquals(8, operators.get("Add"));
    assertFalse(operators.containsKey("Activation"));
  }

  @Test
  void withoutOptionalPassesEveryNodeStays() {
    Graph compiled = Passes.compile(RESNET18, Set.of(), new Passes.Options(false, false));
    assertEquals(operators(RESNET18), operators(compiled));
  }

  @Test
  void aConvolutionWithAComputedBiasKeepsItsBatchNorm() {
    GraphBuilder builder = RESNET18.toBuilder();
    Node conv = RESNET18.node("conv1");
    String mean = builder.node(new Node("mean", "ReduceMean", List.of("input"), "m", OVER_ALL));
    builder.store("zeros", Role.CONSTANT, Tensor.zeros(Shape.of(64)));
    String bias =
        builder.node(new Node("bias", "Add", List.of(mean, "zeros"), "b", AddAttributes.PLAIN));
    builder.node(conv.withEpilogue(Epilogue.NONE.withBias(bias)));
    Graph compiled = Passes.compile(builder.build(), Set.of(), new Passes.Options(true, false));
    assertEquals(1, operators(compiled).get("BatchNorm"));
  }

  @Test
  void aTappedConvolutionKeepsItsBatchNorm() {
    Graph compiled = Passes.compile(RESNET18, Set.of("layer1.0.conv1"), Passes.Options.ALL);
    assertEquals("Conv", compiled.producer("layer1.0.conv1").op());
    assertEquals("BatchNorm", compiled.producer("layer1.0.relu1").op());
    assertEquals(1, operators(compiled).get("BatchNorm"));
  }

  @Test
  void theFiveTapsOfABlockAreExtraStoresOfOneConvolution() {
    Set<String> taps = TapSet.named(RESNET18, List.of("layer2.0")).values();
    Graph compiled = Passes.compile(RESNET18, taps, Passes.Options.ALL);
    Node last = compiled.producer("layer2.0.relu");
    assertEquals("layer2.0.bn2", last.epilogue().storeOf(Epilogue.Step.BIASED));
    assertEquals("layer2.0.add", last.epilogue().storeOf(Epilogue.Step.SUM));
    assertEquals(
        operators(Passes.compile(RESNET18, Set.of(), Passes.Options.ALL)), operators(compiled));
  }

  @Test
  void everyTappableValueSurvivesWhenTapped() {
    Set<String> taps = TapSet.all(RESNET18).values();
    Graph compiled = Passes.compile(RESNET18, taps, Passes.Options.ALL);
    assertTrue(compiled.values().keySet().containsAll(taps));
  }

  @Test
  void foldedBlocksKeepTheirEndsUnderTheirNames() {
    Graph compiled = Passes.compile(RESNET18, Set.of(), Passes.Options.ALL);
    compiled.blocks().forEach(block -> assertTrue(compiled.values().containsKey(block.output())));
    assertEquals(RESNET18.blocks(), compiled.blocks());
  }

  @Test
  void theSumFusesIntoTheResidualBranchAndItsShortcutRunsBefore() {
    Graph compiled = Passes.compile(RESNET18, Set.of(), Passes.Options.ALL);
    List<String> order = compiled.nodes().stream().map(Node::name).toList();
    Node fused = compiled.producer("layer2.0.relu");
    assertEquals("layer2.0.conv2", fused.name());
    Node other = compiled.producer(fused.epilogue().residual());
    assertTrue(order.indexOf(other.name()) < order.indexOf(fused.name()));
  }

  @Test
  void expansionsFuseWithTheirDepthwiseConvolutions() {
    assertEquals(16, operators(onCpu(Set.of())).get("ExpandDepthwise"));
  }

  @Test
  void aTapBetweenExpansionAndDepthwiseKeepsThemApart() {
    Graph compiled = onCpu(Set.of("features.2.conv.0.2", "features.3.conv.0.1"));
    assertEquals(14, operators(compiled).get("ExpandDepthwise"));
    assertEquals("features.2.conv.0.0", compiled.producer("features.2.conv.0.2").name());
    assertTrue(compiled.values().containsKey("features.3.conv.0.1"));
  }

  @Test
  void withoutFusionNoExpansionFuses() {
    Graph compiled = Passes.compile(MOBILENET, Set.of(), new Passes.Options(true, false), CPU);
    assertFalse(operators(compiled).containsKey("ExpandDepthwise"));
  }

  @Test
  void aGlobalAverageIsFlatAtOnce() {
    Graph compiled = onCpu(Set.of());
    assertEquals("ReduceMean", compiled.producer("flatten").op());
    assertFalse(operators(compiled).containsKey("Reshape"));
  }

  @Test
  void tappedMeansKeepTheAxesOfMaps() {
    String means = MOBILENET.producer("flatten").input(0);
    Graph compiled = onCpu(Set.of(means));
    assertEquals(4, compiled.shape(means).rank());
    assertEquals("Reshape", compiled.producer("flatten").op());
  }

  @Test
  void blocksOfSmallMapsBecomeOneNode() {
    Graph compiled = Passes.compile(RESNET20, Set.of(), Passes.Options.ALL, CPU);
    assertEquals(1, operators(compiled).get("ConvChain"));
    assertEquals(1, operators(compiled).get("Conv"));
    assertFalse(operators(compiled).containsKey("Slice"));
    assertEquals("layer1.0.conv1..layer3.2.conv2", compiled.producer("layer3.2.relu").name());
  }

  @ParameterizedTest
  @CsvSource({
    "layer1.0.relu, layer1.1.conv1..layer3.2.conv2",
    "layer1.1.relu1, layer1.1.conv2..layer3.2.conv2",
    "layer1.1.relu, layer1.0.conv1..layer1.1.conv2",
    "layer1.1.add, layer1.1.conv2",
    "layer1.2.relu, layer1.0.conv1..layer1.2.conv2",
    "layer1.2.relu, layer2.0.conv1..layer3.2.conv2",
    "layer2.0.shortcut.slice, layer2.0.conv2..layer3.2.conv2",
    "layer2.0.shortcut.pad, layer2.0.conv2..layer3.2.conv2",
    "layer2.0.relu1, layer2.0.conv2..layer3.2.conv2"
  })
  void aTappedValueEndsAChain(String tapped, String neighbour) {
    Graph compiled = Passes.compile(RESNET20, Set.of(tapped), Passes.Options.ALL, CPU);
    assertTrue(compiled.values().containsKey(tapped));
    assertEquals(neighbour, compiled.node(neighbour).name());
  }

  @Test
  void aBlockUnderEditStaysOutOfChains() {
    Graph scaled = new ScaleBranch("layer2.2", Branch.SHORTCUT, 0.5f).apply(RESNET20);
    Graph compiled = Passes.compile(scaled, Set.of(), Passes.Options.ALL, CPU);
    assertEquals("layer2.2.conv2", compiled.producer("layer2.2.relu").name());
    assertEquals("layer1.0.conv1..layer2.1.conv2", compiled.producer("layer2.1.relu").name());
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelFamily.class,
      names = {"REF", "GPU"})
  void withoutAKernelForThemThereAreNoChains(KernelFamily family) {
    KernelChoice choice = new KernelChoice(CPU.device(), family);
    Graph compiled = Passes.compile(RESNET20, Set.of(), Passes.Options.ALL, choice);
    assertFalse(operators(compiled).containsKey("ConvChain"));
  }

  private static Graph onCpu(Set<String> tapped) {
    return Passes.compile(MOBILENET, tapped, Passes.Options.ALL, CPU);
  }

  private static Map<String, Long> operators(Graph graph) {
    return graph.nodes().stream().collect(Collectors.groupingBy(Node::op, Collectors.counting()));
  }
}
