package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.InputSpec;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.state.InputChoice;
import io.skipscope.viewer.state.InputPreset;
import java.util.List;
import java.util.Optional;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;

class InputFormTest {
  private static final InputSpec SPEC =
      new InputSpec(
          32, 48, new float[] {0.25f, 0.5f, 0.75f}, new float[] {1, 2, 3}, "the file's metadata");

  private static final InputChoice CURRENT = InputChoice.AS_OPENED.with(InputPreset.SIGNED);

  private static Optional<InputChoice> typed(String mean, String std, String size) {
    return WindowDriver.onEventThread(
        () -> {
          InputForm form = new InputForm(CURRENT, SPEC);
          type(form, "input.mean", mean);
          type(form, "input.std", std);
          type(form, "input.size", size);
          return form.choice();
        });
  }

  private static void type(InputForm form, String name, String text) {
    ((JTextField) WindowDriver.find(form, name)).setText(text);
  }

  @Test
  void whatIsNotTypedOverStaysAsItIs() {
    Optional<InputChoice> same =
        WindowDriver.onEventThread(() -> new InputForm(CURRENT, SPEC).choice());
    assertEquals(CURRENT, same.orElseThrow());
    assertEquals(
        CURRENT.withSize(64, 64), typed("0.25 0.5 0.75", "1.0 2.0 3.0", "64 64").orElseThrow());
    assertEquals(
        CURRENT.withOwn(List.of(0f), List.of(1f, 2f, 3f)),
        typed("0", "1.0 2.0 3.0", "32 48").orElseThrow());
  }

  @Test
  void oneNumberIsForAllChannelsAndCommasMayStandBetween() {
    InputChoice choice = typed("0.5", "0.1, 0.2, 0.3", "64, 96").orElseThrow();
    assertEquals(List.of(0.5f), choice.mean());
    assertEquals(List.of(0.1f, 0.2f, 0.3f), choice.std());
    assertEquals(64, choice.height());
    assertEquals(96, choice.width());
  }

  @Test
  void whatCannotBeTakenIsRefused() {
    assertTrue(typed("0.5 0.5", "1", "32 32").isEmpty(), "two means for three channels");
    assertTrue(typed("x", "1", "32 32").isEmpty(), "no number");
    assertTrue(typed("NaN", "1", "32 32").isEmpty(), "not finite");
    assertTrue(typed("0", "0", "32 32").isEmpty(), "a std of 0");
    assertTrue(typed("0", "1", "32").isEmpty(), "one side");
    assertTrue(typed("0", "1", "32 0").isEmpty(), "an empty picture");
    assertTrue(typed("0", "1", "32.5 32").isEmpty(), "half a pixel");
  }
}
