package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Scales;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BranchNumbersTest {
  private static final int CHANNELS = 16;
  private static final int SIZE = 32 * 32;

  private final OpenModel model = OpenNets.resNet20();
  private final CardPlan plan = CardPlan.of(model.graph(), model.blocks().get(0).block());
  private final float[] f = new float[CHANNELS * SIZE];
  private final float[] s = new float[CHANNELS * SIZE];

  private TapFrame frame(Role role, float[] numbers) {
    Step step = plan.step(role).orElseThrow();
    return new TapFrame(step.tap(), 0, step.shape(), new Tensor(step.shape(), numbers), null);
  }

  /** Of the first block of a network, with a sum and an output that follow from F and s. */
  private BranchNumbers numbers() {
    float[] sum = new float[f.length];
    float[] output = new float[f.length];
    for (int i = 0; i < f.length; i++) {
      sum[i] = f[i] + s[i];
      output[i] = Math.max(0, sum[i]);
    }
    BlockRun run =
        Runs.of(
            model,
            0,
            frame(Role.RESIDUAL, f),
            frame(Role.SHORTCUT, s),
            frame(Role.SUM, sum),
            frame(Role.OUTPUT, output));
    return BranchNumbers.of(run).orElseThrow();
  }

  private void fill(int channel, double branch, double shortcut) {
    for (int i = channel * SIZE; i < (channel + 1) * SIZE; i++) {
      f[i] = (float) branch;
      s[i] = (float) shortcut;
    }
  }

  @Test
  void aBranchAlongAndAgainstItsShortcutIsTold() {
    fill(0, 3, 1);
    fill(1, -1, 3);
    fill(2, -3, 1);
    BranchNumbers numbers = numbers();
    assertEquals(new BranchNumbers.Of(0.75, 1, 0, false), numbers.channels().get(0));
    assertEquals(new BranchNumbers.Of(0.25, -1, 0, false), numbers.channels().get(1));
    assertEquals(new BranchNumbers.Of(0.75, -1, 1, true), numbers.channels().get(2));
    assertEquals(1.0 / CHANNELS, numbers.whole().switched());
    assertEquals(CHANNELS - 2, numbers.deadChannels());
    assertTrue(Double.isNaN(numbers.channels().get(3).cosine()));
  }

  @Test
  void theWholeBlockIsAllItsNumbersTogether() {
    Random random = new Random(5);
    double squaresOfF = 0;
    double squaresOfS = 0;
    double products = 0;
    int switched = 0;
    for (int i = 0; i < f.length; i++) {
      f[i] = (float) random.nextGaussian();
      s[i] = (float) (0.5 * random.nextGaussian() + 0.3 * f[i]);
      squaresOfF += (double) f[i] * f[i];
      squaresOfS += (double) s[i] * s[i];
      products += (double) f[i] * s[i];
      switched += Math.signum(Math.max(0, f[i] + s[i])) == Math.signum(Math.max(0, s[i])) ? 0 : 1;
    }
    BranchNumbers.Of whole = numbers().whole();
    double normOfF = Math.sqrt(squaresOfF);
    double normOfS = Math.sqrt(squaresOfS);
    assertEquals(normOfF / (normOfF + normOfS), whole.share(), 1e-12);
    assertEquals(products / (normOfF * normOfS), whole.cosine(), 1e-12);
    assertEquals((double) switched / f.length, whole.switched(), 1e-12);
    assertFalse(whole.dead());
  }

  @Test
  void withACutShortcutOnlyTheBranchIsAboveZero() {
    fill(0, 1, 3);
    fill(1, -1, 3);
    String block = plan.block().name();
    BlockRun cut =
        Runs.of(
            model,
            0,
            new Picture("p", 1, 1, new int[1]),
            Changes.NONE.scaled(block, new Scales(1, 0)),
            List.of(
                frame(Role.RESIDUAL, f),
                frame(Role.SHORTCUT, s),
                frame(Role.SUM, f),
                frame(Role.OUTPUT, f)));
    BranchNumbers numbers = BranchNumbers.of(cut).orElseThrow();
    assertEquals(1, numbers.channels().get(0).switched());
    assertEquals(0, numbers.channels().get(1).switched());
  }

  @Test
  void withoutItsValuesThereAreNone() {
    assertTrue(BranchNumbers.of(Runs.of(model, 0, frame(Role.RESIDUAL, f))).isEmpty());
  }

  @Test
  void aBlockWithoutAnActivationHasNoDeadChannels() {
    BranchNumbers.Of of = new BranchNumbers.Of(0.5, 0, 0.25, true);
    BranchNumbers linear = new BranchNumbers(List.of(of), of, -1);
    assertEquals(3, BranchWords.ofBlock(linear).size());
    assertTrue(BranchWords.ofBlock(linear).get(2).full().contains("signs"));
    assertEquals(3, BranchWords.ofChannel(linear, 0).size());
    assertEquals(0, BranchWords.ofChannel(linear, 1).size());
    assertEquals(4, BranchWords.ofBlock(new BranchNumbers(linear.channels(), of, 1)).size());
  }
}
