package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.state.DeviceChoice;
import io.skipscope.viewer.state.SpreadChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import org.junit.jupiter.api.Test;

class SpreadFormTest {
  private static List<DeviceChoice> offered(String... ids) {
    return Stream.of(ids).map(id -> new DeviceChoice(id, id, "")).toList();
  }

  private static List<String> tickedAtFirst(String... ids) {
    return WindowDriver.onEventThread(
        () -> new SpreadForm(offered(ids), null).choice().orElseThrow().deviceIds());
  }

  @Test
  void wholeDevicesAreTickedBeforePartsOfOne() {
    assertEquals(
        List.of("0.0", "1.0"), tickedAtFirst("0.0", "1.0", "java", "0.0/0", "0.0/1", "0.0/2"));
    assertEquals(List.of("0.0/0", "0.0/1"), tickedAtFirst("0.0", "java", "0.0/0", "0.0/1"));
    assertEquals(List.of("0.0", "java"), tickedAtFirst("0.0", "java"));
  }

  @Test
  void oneDeviceIsNotEnough() {
    Optional<SpreadChoice> choice =
        WindowDriver.onEventThread(
            () -> {
              SpreadForm form = new SpreadForm(offered("0.0", "java"), null);
              ((JCheckBox) WindowDriver.find(form, "spread.java")).setSelected(false);
              return form.choice();
            });
    assertTrue(choice.isEmpty());
  }

  @Test
  void theLastChoiceIsOfferedAgain() {
    SpreadChoice last = new SpreadChoice(List.of("0.0", "java"), Goal.LATENCY, PlanKind.SPLIT);
    SpreadChoice again =
        WindowDriver.onEventThread(
            () -> new SpreadForm(offered("0.0", "1.0", "java"), last).choice().orElseThrow());
    assertEquals(last, again);
  }
}
