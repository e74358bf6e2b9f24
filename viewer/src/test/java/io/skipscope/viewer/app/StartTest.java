package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.blockpane.CardView;
import io.skipscope.viewer.drive.WindowDriver;
import java.awt.AWTEvent;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.swing.JMenuBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which the window and its parts are there. */
@Tag("display")
class StartTest {
  @TempDir private Path folder;
  private final List<Boolean> hadCard = Collections.synchronizedList(new ArrayList<>());
  private final AWTEventListener opened = this::look;

  @BeforeEach
  void listen() {
    Toolkit.getDefaultToolkit().addAWTEventListener(opened, AWTEvent.WINDOW_EVENT_MASK);
  }

  @AfterEach
  void listenNoMore() {
    Toolkit.getDefaultToolkit().removeAWTEventListener(opened);
  }

  private void look(AWTEvent event) {
    if (event.getID() == WindowEvent.WINDOW_OPENED) {
      hadCard.add(WindowDriver.find((Container) event.getSource(), "card") != null);
    }
  }

  @Test
  void theWindowIsSeenBeforeItsPanesAreMade() throws IOException {
    try (DrivenWindow window = open()) {
      assertEquals(List.of(false), hadCard);
      assertNotNull(window.find("card", CardView.class));
    }
  }

  @Test
  void everyMenuIsFilledOnceTheWindowIsOpen() throws IOException {
    try (DrivenWindow window = open()) {
      JMenuBar bar = window.viewer.window().getJMenuBar();
      assertTrue(
          Arrays.stream(bar.getSubElements())
              .allMatch(menu -> menu.getSubElements()[0].getSubElements().length > 0));
    }
  }

  private DrivenWindow open() throws IOException {
    return DrivenWindow.open("resnet20", TestPictures.gradient(folder, "gradient.png"));
  }
}
