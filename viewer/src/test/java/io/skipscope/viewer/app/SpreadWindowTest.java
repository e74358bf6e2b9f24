package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.run.DeviceCatalog;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.SpreadChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on two parts of a device at once in the real window, with the real engine. */
@Tag("display")
@Tag("opencl")
class SpreadWindowTest {
  private static final List<String> PARTS = List.of("0.0/0", "0.0/1");

  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void open() throws IOException {
    boolean parts =
        DeviceCatalog.discover().subDevices().stream()
            .map(device -> device.id())
            .toList()
            .containsAll(PARTS);
    Assumptions.assumeTrue(parts, "a device with two parts is needed");
    window = DrivenWindow.openWithMaps("resnet20", folder);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private Spreads spreads() {
    return ((MainWindow) window.viewer.window()).content().spreads();
  }

  private Spread spread(PlanKind plan) {
    window.perform(() -> spreads().run(new SpreadChoice(PARTS, Goal.THROUGHPUT, plan)));
    return window.await("the timeline", s -> s.spread() != null).spread();
  }

  private boolean isShowing() {
    JComponent pane = window.find("timeline", JComponent.class);
    return DrivenWindow.onEventThread(pane::isShowing);
  }

  @Test
  void aPipelineShowsWhoDoesEachBlockAndUndoTakesItBack() throws IOException {
    Spread spread = spread(PlanKind.PIPELINE);
    assertEquals(PlanKind.PIPELINE, spread.plan());
    assertEquals(PARTS.size(), spread.devices().size());
    assertEquals(2 * spread.frames(), spread.bars().size());
    assertEquals(spread.frames(), spread.handovers().size());
    assertEquals(9, spread.shares().size());
    assertTrue(spread.measuredMillis() > 0);
    assertTrue(isShowing());
    Path trace = folder.resolve("trace.json");
    window.perform(() -> spreads().saveTrace(spread, trace));
    window.await(
        "the trace", s -> s.message() != null && s.message().text().contains("trace.json"));
    assertTrue(Files.readString(trace).contains("traceEvents"));
    window.press("ctrl Z");
    assertNull(window.state().spread());
    assertFalse(isShowing());
    window.press("ctrl shift Z");
    assertEquals(spread, window.state().spread());
    window.press("ctrl shift T");
    assertFalse(isShowing());
  }

  @Test
  void sharedFramesNameBothDevicesOnEachBlock() {
    Spread spread = spread(PlanKind.BATCH);
    double all = spread.sharesOf("layer1.0").stream().mapToDouble(Spread.Share::part).sum();
    assertEquals(2, spread.sharesOf("layer1.0").size());
    assertEquals(1, all, 1e-9);
  }

  @Test
  void itIsCancelledAndAnotherModelTakesItAway() {
    window.perform(
        () -> {
          spreads().run(new SpreadChoice(PARTS, Goal.THROUGHPUT, PlanKind.BATCH));
          window.viewer.controller().cancel();
        });
    assertNotNull(window.await("cancelled", s -> s.message() != null).message());
    assertNull(window.state().spread());
    spread(PlanKind.BATCH);
    window.perform(() -> window.viewer.controller().openModel("resnet32"));
    window.await("the other model", s -> s.model().name().contains("32") && s.spread() == null);
    assertFalse(isShowing());
  }
}
