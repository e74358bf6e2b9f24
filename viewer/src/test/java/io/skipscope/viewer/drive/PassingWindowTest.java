package io.skipscope.viewer.drive;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.keep.Settings;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("display")
class PassingWindowTest {
  @Test
  void closedWindowLeavesNoFileBehind() {
    Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "a display is needed");
    Path settings;
    try (PassingWindow window = PassingWindow.open(Settings.INITIAL, "resnet20", null)) {
      settings = window.settings();
      assertTrue(Files.exists(settings));
    }
    assertFalse(Files.exists(settings.getParent()));
  }
}
