package io.skipscope.op.conv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Node;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.OperatorProperty;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConvTest {
  private static final int CASES = 2000;

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(CASES, ConvCases::random);
  }

  @Test
  @Tag("opencl")
  void kernelsMatchDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(CASES, ConvCases::random, Set.of(KernelFamily.REF));
  }

  @Test
  void resNetStemHalvesTheImage() {
    ConvAttributes stem = ConvAttributes.of(2, 3, 1);
    assertEquals(Shape.of(1, 64, 112, 112), shape(stem, Shape.of(1, 3, 224, 224), 64, 3, 7, 7));
  }

  @Test
  void macsOfOneBasicBlockConvolution() {
    NodeContext context =
        context(ConvAttributes.of(1, 1, 1), Shape.of(1, 64, 56, 56), Shape.of(64, 64, 3, 3));
    Cost cost = new Conv().cost(context);
    assertEquals(231_211_008L / 2, cost.macs());
    assertEquals(4L * (2 * 64 * 56 * 56 + 64 * 64 * 9), cost.bytes());
  }

  @Test
  void specialisedKernelsComeBeforeTheGeneralOne() {
    assertEquals(List.of("pointwise.ref", "depthwise.ref", "conv2d.ref"), names(KernelFamily.REF));
    assertEquals(
        List.of(
            "pointwise_c8.cpu",
            "depthwise_c8.cpu",
            "stem_c8.cpu",
            "winograd_fused_c8.cpu",
            "winograd_c8.cpu",
            "conv2d_c8.cpu"),
        names(KernelFamily.CPU));
    assertEquals(
        List.of(
            "depthwise_rows.gpu",
            "conv_direct.gpu",
            "winograd_64.gpu",
            "winograd_32.gpu",
            "conv_gemm_split_64.gpu",
            "conv_gemm_split_32.gpu",
            "conv_gemm_128.gpu",
            "conv_gemm_64.gpu",
            "conv_gemm_32.gpu"),
        names(KernelFamily.GPU));
  }

  @Test
  void wrongChannelCountNamesBothShapes() {
    assertMessage(
        "conv1: found an input of 1x4x8x8 (4 channels), expected 3 channels, as the weight of"
            + " 16x3x3x3 asks",
        ConvAttributes.of(1, 1, 1),
        Shape.of(1, 4, 8, 8),
        Shape.of(16, 3, 3, 3));
  }

  @Test
  void groupsMustDivideBothChannelCounts() {
    assertMessage(
        "conv1: found 3 groups for 6 input and 16 output channels, expected a number that divides"
            + " both",
        ConvAttributes.of(1, 1, 3),
        Shape.of(1, 6, 8, 8),
        Shape.of(16, 2, 3, 3));
  }

  @Test
  void kernelLargerThanPaddedInputIsRefused() {
    assertMessage(
        "conv1: found a kernel of 7x7 over an input of 1x3x4x8, expected a kernel that fits into"
            + " the padded input; use a larger input",
        ConvAttributes.of(2, 1, 1),
        Shape.of(1, 3, 4, 8),
        Shape.of(16, 3, 7, 7));
  }

  @Test
  void dilationThatReachesBeyondAllBoundsIsRefused() {
    assertMessage(
        "conv1: found a kernel of 1x4097 over an input of 1x1x8x8, expected a kernel that fits into"
            + " the padded input; use a larger input",
        new ConvAttributes(1, 1, 0, 0, 0, 0, 1, 1 << 20, 1),
        Shape.of(1, 1, 8, 8),
        Shape.of(1, 1, 1, 4097));
  }

  @Test
  void matrixInputIsRefused() {
    assertMessage(
        "conv1: found an input of 3x8, expected [batch, channels, height, width]",
        ConvAttributes.of(1, 0, 1),
        Shape.of(3, 8),
        Shape.of(16, 3, 1, 1));
  }

  private static List<String> names(KernelFamily family) {
    return new Conv()
        .variants().stream()
            .filter(variant -> variant.family() == family)
            .map(KernelVariant::name)
            .toList();
  }

  private static void assertMessage(
      String message, ConvAttributes attributes, Shape input, Shape weight) {
    NodeContext context = context(attributes, input, weight);
    GraphException error =
        assertThrows(GraphException.class, () -> new Conv().inferShapes(context));
    assertEquals(message, error.getMessage());
  }

  private static Shape shape(ConvAttributes attributes, Shape input, int... weight) {
    return new Conv().inferShapes(context(attributes, input, Shape.of(weight))).get(0);
  }

  private static NodeContext context(ConvAttributes attributes, Shape input, Shape weight) {
    Node node = new Node("conv1", "Conv", List.of("x", "w"), "y", attributes);
    Map<String, Shape> known = Map.of("x", input, "w", weight);
    return new NodeContext(
        node,
        name -> name.equals("y") ? shape(attributes, input, weight.toArray()) : known.get(name));
  }
}
