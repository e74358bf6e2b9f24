package io.skipscope.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.BlockKind;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.Role;
import io.skipscope.graph.ShortcutKind;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks of graphs that no zoo built: other orders, other names, and what is no block at all. */
class ForeignBlocksTest {
  private static final int CHANNELS = 4;

  private GraphBuilder builder;

  @BeforeEach
  void start() {
    builder = Graph.builder("foreign");
    builder.input("x", Shape.of(1, CHANNELS, 8, 8));
  }

  @Test
  void preActivationBlocksEndInTheirSum() {
    String first = add("add1", conv("c2", relu("r2", conv("c1", relu("r1", "x"), 3)), 3), "x");
    String second = add("add2", conv("c4", relu("r4", conv("c3", relu("r3", first), 3)), 3), first);
    List<ResidualBlock> blocks = blocks(second);
    assertEquals(2, blocks.size());
    assertEquals("x", blocks.get(0).input());
    assertEquals("add1", blocks.get(0).output(), "two read the sum: no activation belongs to it");
    assertEquals("add1", blocks.get(1).input());
    assertEquals(BlockKind.BASIC, blocks.get(1).kind());
    assertEquals("block1", blocks.get(0).name());
  }

  @Test
  void theOrderOfTheSumsInputsDoesNotMatter() {
    String residual = conv("c2", relu("r1", conv("c1", "x", 3)), 3);
    ResidualBlock block = blocks(relu("r2", add("sum", "x", residual))).get(0);
    assertEquals("c2", block.residual());
    assertEquals("x", block.shortcut());
    assertEquals("r2", block.output());
  }

  @Test
  void squeezeAndExcitationInsideABranchBelongsToIt() {
    String residual = conv("c2", relu("r1", conv("c1", "x", 3)), 3);
    String gate = conv("se", pool("squeeze", residual), 1);
    String gated = node("gated", "Mul", List.of(residual, gate), Attributes.NONE);
    ResidualBlock block = blocks(add("sum", gated, "x")).get(0);
    assertEquals(ShortcutKind.IDENTITY, block.shortcutKind());
    assertEquals(List.of("c1", "r1", "c2", "squeeze", "se", "gated"), block.residualNodes());
  }

  @Test
  void aProjectionMayStandOnEitherSide() {
    String projected = conv("p", "x", 1);
    String residual = conv("c2", relu("r1", conv("c1", "x", 3)), 3);
    ResidualBlock block = blocks(add("sum", projected, residual)).get(0);
    assertEquals(ShortcutKind.PROJECTION, block.shortcutKind());
    assertEquals("p", block.shortcut());
  }

  @Test
  void twoBranchesOfConvolutionsAreNoBlock() {
    String left = conv("l2", relu("lr", conv("l1", "x", 3)), 3);
    String right = conv("r2", relu("rr", conv("r1", "x", 3)), 3);
    assertEquals(List.of(), blocks(add("sum", left, right)));
  }

  @Test
  void aSumWithAConstantIsNoBlock() {
    builder.store("one", Role.CONSTANT, Tensor.zeros(Shape.of(1, CHANNELS, 1, 1)));
    assertEquals(List.of(), blocks(add("sum", conv("c", "x", 3), "one")));
  }

  @Test
  void aSumOfTwoInputsIsNoBlock() {
    builder.input("y", Shape.of(1, CHANNELS, 8, 8));
    assertEquals(List.of(), blocks(add("sum", conv("c", "x", 3), "y")));
  }

  @Test
  void namesOfSeparatorsOnlyAreNoPath() {
    assertEquals("block1", blocks(add("sum", conv("/", "x", 3), "x")).get(0).name());
  }

  @Test
  void aMadeUpNameIsNeverOneThatIsTaken() {
    String first = add("sum1", conv("block2.conv", "x", 3), "x");
    List<ResidualBlock> blocks = blocks(add("sum2", conv("c", first, 3), first));
    assertEquals(List.of("block2", "block3"), blocks.stream().map(ResidualBlock::name).toList());
  }

  private List<ResidualBlock> blocks(String output) {
    return Passes.prepare(builder.output(output).build()).blocks();
  }

  private String conv(String name, String x, int kernel) {
    Shape shape = Shape.of(CHANNELS, CHANNELS, kernel, kernel);
    String weight = builder.store(name + ".weight", Role.PARAMETER, Tensor.zeros(shape));
    return node(name, "Conv", List.of(x, weight), ConvAttributes.of(1, kernel / 2, 1));
  }

  private String relu(String name, String x) {
    return node(name, "Activation", List.of(x), new ActivationAttributes(Activation.RELU));
  }

  private String pool(String name, String x) {
    return node(name, "GlobalAveragePool", List.of(x), Attributes.NONE);
  }

  private String add(String name, String left, String right) {
    return node(name, "Add", List.of(left, right), AddAttributes.PLAIN);
  }

  private String node(String name, String op, List<String> inputs, Attributes attributes) {
    return builder.node(new Node(name, op, inputs, name, attributes));
  }
}
