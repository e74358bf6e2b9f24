package io.skipscope.op.conv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.device.KernelLaunch;
import io.skipscope.error.GraphException;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.NodeContext;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.RandomSource;
import io.skipscope.op.Tuning;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConvChainTest {
  private static final int JAVA_CASES = 100;

  private static final int KERNEL_CASES = 12;

  /** Of which the last suits no kernel on channel blocks. */
  private static final int[] CHANNELS = {16, 8, 32, 10};

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(JAVA_CASES, ConvChainTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelsMatchDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(KERNEL_CASES, ConvChainTest::random);
  }

  @Test
  void costIsThatOfAllConvolutions() {
    OperatorCase test = oneStage(new RandomSource(1), Shape.of(2, 8, 5, 6), 4).test();
    assertEquals(4L * 2 * 8 * 5 * 6 * 8 * 9, new ConvChain().cost(test.context()).macs());
  }

  @Test
  void costCountsWhatDownsamples() {
    OperatorCase test =
        new ConvChainCases(new RandomSource(1), Shape.of(1, 8, 10, 11), false)
            .halvingStage(16, 0, 1)
            .build()
            .test();
    long pixels = 5 * 6;
    assertEquals(pixels * 16 * 9 * (8 + 16), new ConvChain().cost(test.context()).macs());
  }

  @Test
  void everyStageHasTheShapeThatTheOneBeforeLeavesIt() {
    OperatorCase test =
        new ConvChainCases(new RandomSource(1), Shape.of(2, 8, 9, 12), true)
            .stage(1)
            .halvingStage(16, 0, 3)
            .halvingStage(32, 8, 1)
            .build()
            .test();
    assertEquals(Shape.of(2, 32, 3, 3), test.context().output());
  }

  @Test
  void oneLaunchComputesAllStagesWithOneTile() {
    NodeContext chain =
        new ConvChainCases(new RandomSource(1), Shape.of(1, 16, 13, 12), false)
            .stage(2)
            .halvingStage(32, 8, 1)
            .build()
            .test()
            .context();
    Map<String, String> defines = definesOfOnlyLaunch(chain);
    assertEquals("2", defines.get("STAGES"));
    assertEquals("2", defines.get("OUT_BLOCKS"), "the first stage has no more");
    Tuning other = new BlockedConvChain().tunings(chain).get(0);
    Map<String, String> tuned = definesOfOnlyLaunch(chain.withTuning(other));
    assertNotEquals(defines.get("OUT_SIDE"), tuned.get("OUT_SIDE"));
  }

  private static Map<String, String> definesOfOnlyLaunch(NodeContext chain) {
    List<KernelLaunch> launches = new BlockedConvChain().launches(chain);
    assertEquals(1, launches.size());
    return launches.get(0).kernel().defines();
  }

  @Test
  void aNodeIsNamedAfterTheFirstAndTheLastThatItStandsFor() {
    String first = ConvChain.name("a.conv1", "b.conv2");
    String both = ConvChain.name(first, ConvChain.name("c.conv1", "d.conv2"));
    assertEquals("a.conv1..d.conv2", both);
    assertEquals(List.of("a.conv1", "d.conv2"), ConvChain.ends(both));
    assertEquals(List.of("conv", "conv"), ConvChain.ends("conv"));
  }

  @Test
  void aShortcutOfAnotherShapeIsRefused() {
    OperatorCase test = oneStage(new RandomSource(1), Shape.of(2, 8, 5, 6), 3).test();
    Map<String, Tensor> inputs = new HashMap<>(test.inputs());
    inputs.put("shortcut", Tensor.zeros(Shape.of(2, 8, 5, 7)));
    assertThrows(GraphException.class, () -> new OperatorCase(test.node(), inputs).context());
  }

  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int channels = CHANNELS[(int) (seed % CHANNELS.length)];
    int height = random.between(5, 13);
    int width = random.between(5, 15);
    Shape shape = Shape.of(random.between(1, 4), channels, height, width);
    return switch ((int) (seed % 3)) {
      case 0 -> oneStage(random, shape, random.between(1, 4));
      case 1 -> severalStages(random, shape);
      default -> halvingStage(random, shape, oddSteps(random));
    };
  }

  /** A chain of an even number of steps begins without a sum, and adds what goes in. */
  private static CheckedCase oneStage(RandomSource random, Shape shape, int steps) {
    return new ConvChainCases(random, shape, steps % 2 == 1).stage(steps).build();
  }

  /**
   * A chain behind a convolution of stride 2.
   *
   * @param shape of the result
   */
  private static CheckedCase halvingStage(RandomSource random, Shape shape, int steps) {
    int channels = shape.channels();
    int inChannels = channels - channels / 2 / 8 * 8;
    int before = random.chance(0.5) ? 0 : (channels - inChannels) / 16 * 8;
    Shape input =
        Shape.of(
            shape.batch(),
            inChannels,
            2 * shape.height() - random.between(0, 1),
            2 * shape.width() - random.between(0, 1));
    return new ConvChainCases(random, input, false).halvingStage(channels, before, steps).build();
  }

  /** Two or three stages, the first of which may begin with a sum, the second on smaller maps. */
  private static CheckedCase severalStages(RandomSource random, Shape shape) {
    int steps = random.between(1, 2);
    int channels = shape.channels() + 16;
    ConvChainCases stages = new ConvChainCases(random, shape, steps == 1).stage(steps);
    stages.halvingStage(channels, random.chance(0.5) ? 8 : 0, oddSteps(random));
    if (random.chance(0.5)) {
      stages.halvingStage(channels, 0, 1);
    }
    return stages.build();
  }

  private static int oddSteps(RandomSource random) {
    return 2 * random.between(0, 1) + 1;
  }
}
