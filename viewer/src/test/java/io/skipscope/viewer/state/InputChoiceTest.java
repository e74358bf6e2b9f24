package io.skipscope.viewer.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.InputSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputChoiceTest {
  private static final InputSpec COLOUR =
      new InputSpec(8, 6, new float[] {1, 2, 3}, new float[] {4, 5, 6}, "the file's metadata");
  private static final InputSpec GREY =
      new InputSpec(8, 6, new float[] {1}, new float[] {4}, "the file's metadata");

  @Test
  void withoutAChoiceTheModelIsFedAsItSays() {
    assertSame(COLOUR, InputChoice.AS_OPENED.normalising(COLOUR));
    assertSame(COLOUR, InputChoice.AS_OPENED.withSize(9, 9).normalising(COLOUR));
  }

  @Test
  void presetsReplaceMeanAndStdAndLeaveTheSize() {
    InputSpec imageNet = InputChoice.AS_OPENED.with(InputPreset.IMAGENET).normalising(COLOUR);
    assertArrayEquals(InputSpec.imageNet(8, 6).mean(), imageNet.mean());
    assertArrayEquals(InputSpec.imageNet(8, 6).std(), imageNet.std());
    assertEquals(8, imageNet.height());
    assertEquals(6, imageNet.width());
  }

  @Test
  void signedPresetPutsBlackAtMinusOneAndWhiteAtOne() {
    InputSpec signed = InputChoice.AS_OPENED.with(InputPreset.SIGNED).normalising(COLOUR);
    for (int channel = 0; channel < 3; channel++) {
      assertEquals(-1, (0 - signed.mean()[channel]) / signed.std()[channel]);
      assertEquals(1, (1 - signed.mean()[channel]) / signed.std()[channel]);
    }
  }

  @Test
  void aModelThatTakesGreyHasTheAverageOfColours() {
    InputSpec imageNet = InputChoice.AS_OPENED.with(InputPreset.IMAGENET).normalising(GREY);
    assertArrayEquals(new float[] {(0.485f + 0.456f + 0.406f) / 3}, imageNet.mean(), 1e-6f);
  }

  @Test
  void ownNumbersAreTakenPerChannelOrForAll() {
    InputChoice own = InputChoice.AS_OPENED.withOwn(List.of(0.1f, 0.2f, 0.3f), List.of(0.5f));
    InputSpec spec = own.normalising(COLOUR);
    assertArrayEquals(new float[] {0.1f, 0.2f, 0.3f}, spec.mean());
    assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f}, spec.std());
  }

  @Test
  void anotherInputIsAChangeButNotOfTheNetwork() {
    Changes fed = Changes.NONE.fed(InputChoice.AS_OPENED.with(InputPreset.UNIT));
    assertFalse(fed.isEmpty());
    assertTrue(fed.leaveNetwork());
    Changes cut = fed.scaled("layer1.0", new Scales(1, 0));
    assertFalse(cut.leaveNetwork());
    assertEquals(InputPreset.UNIT, cut.input().preset());
    assertEquals(fed, cut.scaled("layer1.0", Scales.UNCHANGED));
  }
}
