package io.skipscope.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.skipscope.device.DeviceInfo;
import io.skipscope.graph.Node;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.layout.ReorderAttributes;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import io.skipscope.testing.TestDevices;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
  private static final DeviceInfo CPU = TestDevices.processor(1 << 20);

  /** Every kernel has failed: what is tried once more has to compute the node all the same. */
  private static final KernelChoice NOTHING_FITS =
      new KernelChoice(CPU, null, TunedKernels.NONE, (variant, context) -> true);

  @Test
  void whereNothingFitsACopyIsNotMadeByTheKernelOfTheOppositeOne() {
    assertEquals("nchw_to_c8.cpu", name(NOTHING_FITS, reorder(Layout.NCHW, Layout.NCHWC8)));
    assertEquals("c8_to_nchw.cpu", name(NOTHING_FITS, reorder(Layout.NCHWC8, Layout.NCHW)));
  }

  @Test
  void whatDoesNotFitMakesWay() {
    Node conv = new Node("conv", "Conv", List.of("x", "w"), "y", ConvAttributes.of(1, 1, 1));
    NodeContext context =
        new NodeContext(
            conv, value -> value.equals("w") ? Shape.of(16, 16, 3, 3) : Shape.of(1, 16, 8, 8));
    String preferred = name(new KernelChoice(CPU, null), context);
    KernelChoice without =
        new KernelChoice(
            CPU, null, TunedKernels.NONE, (variant, node) -> variant.name().equals(preferred));
    assertNotEquals(preferred, name(without, context));
    assertEquals("conv2d.ref", name(NOTHING_FITS, context));
  }

  private static NodeContext reorder(Layout from, Layout to) {
    Node copy = new Node("copy", "Reorder", List.of("x"), "y", new ReorderAttributes(from, to));
    return new NodeContext(copy, value -> Shape.of(1, 16, 8, 8));
  }

  private static String name(KernelChoice choice, NodeContext context) {
    return choice.choose(context).name();
  }
}
