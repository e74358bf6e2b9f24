package io.skipscope.op.conv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.Node;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import io.skipscope.testing.TestDevices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusedWinogradTest {
  private static final String ONE_LAUNCH = "winograd_fused_c8.cpu";

  @ParameterizedTest
  @CsvSource({"1, 16, 32", "1, 32, 16", "1, 64, 8", "32, 64, 8", "1, 16, 37"})
  void convolutionsOfSmallMapsAreOneLaunch(int batch, int channels, int side) {
    NodeContext context = convolution(batch, channels, side);
    KernelVariant chosen = chosen(context, 1 << 20);
    assertEquals(ONE_LAUNCH, chosen.name());
    assertEquals(1, chosen.launches(context).size());
  }

  @ParameterizedTest
  @CsvSource({
    "64, 56, winograd_c8.cpu",
    "512, 7, winograd_c8.cpu",
    "8, 32, conv2d_c8.cpu",
    "16, 112, conv2d_c8.cpu"
  })
  void otherConvolutionsAreNot(int channels, int side, String expected) {
    assertEquals(expected, chosen(convolution(1, channels, side), 1 << 20).name());
  }

  @Test
  void aDeviceWithLittleLocalMemoryTakesThreeLaunches() {
    NodeContext context = convolution(1, 32, 16);
    KernelVariant chosen = chosen(context, 16 << 10);
    assertEquals("winograd_c8.cpu", chosen.name());
    assertEquals(3, chosen.launches(context).size());
  }

  private static KernelVariant chosen(NodeContext context, long localMemoryBytes) {
    return new KernelChoice(TestDevices.processor(localMemoryBytes), null).choose(context);
  }

  /** 3x3 with padding 1 from and to so many channels of a square map. */
  private static NodeContext convolution(int batch, int channels, int side) {
    Shape map = Shape.of(batch, channels, side, side);
    Map<String, Shape> shapes =
        Map.of("x", map, "weight", Shape.of(channels, channels, 3, 3), "y", map);
    Node node = new Node("conv", "Conv", List.of("x", "weight"), "y", ConvAttributes.of(1, 1, 1));
    return new NodeContext(node, shapes::get, "weight"::equals);
  }
}
