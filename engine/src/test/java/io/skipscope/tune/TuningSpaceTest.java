package io.skipscope.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.Queue;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.NodeContext;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.testing.TestDevices;
import io.skipscope.tune.TuningSpace.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("opencl")
class TuningSpaceTest {
  /** What a deep search tries. */
  private static final int CANDIDATES = 30;

  @Test
  void untunedChoiceComesFirstAndNothingTwice() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      NodeContext node = convolution(2, 20, 36, 3, 1, 11, 13);
      KernelChoice choice = new KernelChoice(device.info(), null);
      List<Candidate> candidates = TuningSpace.candidates(choice, node, CANDIDATES);
      assertEquals(choice.untuned(node), candidates.get(0).variant());
      assertEquals(
          candidates.size(),
          candidates.stream().map(each -> each.variant().launches(node)).distinct().count());
    }
  }

  /** Extents that no tile divides, with a residual and an activation. */
  @ParameterizedTest
  @Tag("long")
  @CsvSource({
    "1, 20, 36, 1, 1, 9, 11",
    "2, 13, 17, 1, 2, 15, 17",
    "1, 35, 21, 3, 1, 9, 19",
    "2, 11, 27, 3, 2, 17, 15",
    "1, 3, 19, 7, 2, 33, 31",
    "2, 0, 21, 3, 1, 9, 15"
  })
  void everyCandidateGivesTheReferenceKernelsNumbers(
      int batch, int inChannels, int outChannels, int kernel, int stride, int height, int width) {
    NodeContext node = convolution(batch, inChannels, outChannels, kernel, stride, height, width);
    try (Device device = TestDevices.open(TestDevices.OPENCL);
        Queue queue = device.openQueue();
        ShapeSearch search = new ShapeSearch(node, device, queue)) {
      KernelChoice choice = new KernelChoice(device.info(), null);
      List<Candidate> candidates = TuningSpace.candidates(choice, node, CANDIDATES);
      assertTrue(candidates.size() > 4, candidates.toString());
      candidates.forEach(search::test);
      assertEquals(List.of(), search.failures());
    }
  }

  /**
   * @param inChannels 0 for as many as output channels, which do not mix
   */
  private static NodeContext convolution(
      int batch, int inChannels, int outChannels, int kernel, int stride, int height, int width) {
    int channels = inChannels == 0 ? outChannels : inChannels;
    int pad = kernel / 2;
    Shape output =
        Shape.of(
            batch,
            outChannels,
            (height + 2 * pad - kernel) / stride + 1,
            (width + 2 * pad - kernel) / stride + 1);
    Attributes attributes = ConvAttributes.of(stride, pad, inChannels == 0 ? channels : 1);
    Epilogue epilogue =
        Epilogue.NONE.withBias("b").withResidual("r", null, null).withActivation(Activation.RELU);
    Node node = new Node("conv", "Conv", List.of("x", "w"), "y", attributes).withEpilogue(epilogue);
    Map<String, Shape> shapes =
        Map.of(
            "x", Shape.of(batch, channels, height, width),
            "w", Shape.of(outChannels, inChannels == 0 ? 1 : channels, kernel, kernel),
            "b", Shape.of(outChannels),
            "r", output,
            "y", output);
    return new NodeContext(node, shapes::get, Set.of("w", "b")::contains);
  }
}
