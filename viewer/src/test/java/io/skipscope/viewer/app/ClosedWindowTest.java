package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.skipscope.viewer.drive.WindowDriver;
import java.awt.Window;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("display")
@Timeout(120)
class ClosedWindowTest {
  @TempDir private Path folder;

  private WeakReference<Window> openedAndClosed() throws IOException {
    try (WindowDriver window = DrivenWindow.openWithMaps("resnet20", folder)) {
      return new WeakReference<>(window.viewer().window());
    }
  }

  @Test
  void aClosedWindowIsForgottenWhenTheLookChanges() throws Exception {
    WeakReference<Window> closed = openedAndClosed();
    try (WindowDriver next = DrivenWindow.openWithMaps("resnet20", folder)) {
      next.press("ctrl T");
      next.await("the other look", s -> true);
      for (int i = 0; i < 100 && closed.get() != null; i++) {
        System.gc();
        Thread.sleep(50);
      }
      assertNull(closed.get(), "still in memory");
    }
  }
}
