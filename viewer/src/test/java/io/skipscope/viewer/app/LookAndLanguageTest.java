package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.blockpane.CardView;
import io.skipscope.viewer.state.Accent;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.ThemeMode;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import io.skipscope.viewer.theme.WindowFont;
import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's look, language and keys, as the user sets them. */
@Tag("display")
class LookAndLanguageTest {
  @TempDir private Path folder;

  private DrivenWindow open() {
    return DrivenWindow.open(folder.resolve("viewer.json"), "resnet20", null);
  }

  @AfterEach
  void backToEnglish() {
    Text.use(Locale.ENGLISH);
  }

  private static JMenuItem menuItem(DrivenWindow window, String name) {
    JMenuBar bar = window.viewer.window().getJMenuBar();
    return IntStream.range(0, bar.getMenuCount())
        .mapToObj(i -> (JMenuItem) DrivenWindow.find(bar.getMenu(i).getPopupMenu(), name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static JMenuItem choice(DrivenWindow window, String menu, String name) {
    JMenu choices = (JMenu) menuItem(window, menu);
    return (JMenuItem) DrivenWindow.find(choices.getPopupMenu(), menu + "." + name);
  }

  private static void choose(DrivenWindow window, String menu, String name) {
    window.perform(() -> choice(window, menu, name).doClick(0));
  }

  @Test
  void themeAndAccentAreChosenInTheMenuAndKept() {
    try (DrivenWindow window = open()) {
      choose(window, "menu.theme", ThemeMode.DARK.name());
      assertTrue(window.state().dark());
      Color before = DrivenWindow.onEventThread(() -> Theme.color("bar"));
      choose(window, "menu.accent", Accent.ORANGE.name());
      assertNotEquals(before, DrivenWindow.onEventThread(() -> Theme.color("bar")));
    }
    try (DrivenWindow again = open()) {
      assertEquals(ThemeMode.DARK, again.state().look().mode());
      assertEquals(Accent.ORANGE, again.state().look().accent());
      assertTrue(
          DrivenWindow.onEventThread(() -> choice(again, "menu.theme", "DARK").isSelected()));
    }
  }

  @Test
  void messageFollowsTheLook() {
    try (DrivenWindow window = open()) {
      Message error = Message.error("what has failed");
      window.perform(() -> window.viewer.store().update(s -> s.with().message(error).build()));
      JPanel bar = window.find("message", JPanel.class);
      JLabel text = window.find("message.text", JLabel.class);
      for (ThemeMode mode : List.of(ThemeMode.DARK, ThemeMode.LIGHT)) {
        choose(window, "menu.theme", mode.name());
        window.await("the look", s -> s.look().mode() == mode);
        assertEquals(DrivenWindow.onEventThread(() -> Theme.color("error")), bar.getBackground());
        assertEquals(
            DrivenWindow.onEventThread(() -> Theme.color("errorText")), text.getForeground());
      }
    }
  }

  @Test
  void theLanguageIsTheChosenOneFromTheNextStartOn() {
    boolean writable =
        DrivenWindow.onEventThread(
            () -> {
              Text.use(Locale.SIMPLIFIED_CHINESE);
              boolean can = WindowFont.choose(Text.of("language.sample"));
              Text.use(Locale.ENGLISH);
              return can;
            });
    Assumptions.assumeTrue(writable, "a font that can write Chinese is needed");
    try (DrivenWindow window = open()) {
      choose(window, "menu.language", Language.CHINESE.name());
      assertEquals(Text.of("language.next"), window.state().message().text());
      assertEquals("Model", window.viewer.window().getJMenuBar().getMenu(0).getText());
    }
    try (DrivenWindow again = open()) {
      assertEquals("模型", again.viewer.window().getJMenuBar().getMenu(0).getText());
      assertEquals(-1, DrivenWindow.onEventThread(Theme::font).canDisplayUpTo("残差块、捷径连接、特征图"));
    }
  }

  private static String wordOfDialogs() {
    return UIManager.getString("FileChooser.cancelButtonText", JComponent.getDefaultLocale());
  }

  @Test
  void aChangedKeyWorksIsShownAndKept() {
    KeyStroke key = KeyStroke.getKeyStroke("ctrl alt H");
    try (DrivenWindow window = open()) {
      window.update(s -> s.with().keys(KeyMap.USUAL.with(Command.NEXT_COLOR_MAP, key)).build());
      ViewerState before = window.state();
      window.press("ctrl M");
      assertEquals(before.colorMap(), window.state().colorMap());
      window.press("ctrl alt H");
      assertNotEquals(before.colorMap(), window.state().colorMap());
      assertEquals(key, menuItem(window, "NEXT_COLOR_MAP").getAccelerator());
    }
    try (DrivenWindow again = open()) {
      assertEquals(key, menuItem(again, "NEXT_COLOR_MAP").getAccelerator());
      assertFalse(new KeyMap(again.state().keys()).isUsual(Command.NEXT_COLOR_MAP));
    }
  }

  @Test
  void theRightSideStartsAtItsTopHoweverLargeTheTextIs() throws IOException {
    Path picture = TestPictures.gradient(folder, "gradient.png");
    try (DrivenWindow window = DrivenWindow.open("resnet20", picture)) {
      window.perform(
          () -> {
            window.viewer.window().setSize(new Dimension(1000, 600));
            window.viewer.window().validate();
          });
      for (int i = 0; i < 3; i++) {
        window.press("ctrl alt PLUS");
      }
      window.await("a run", state -> state.run() != null);
      JScrollPane result = window.find("result", JScrollPane.class);
      assertTrue(
          DrivenWindow.onEventThread(
              () -> result.getViewport().getView().getHeight() > result.getViewport().getHeight()));
      assertEquals(0, result.getVerticalScrollBar().getValue());
      assertTrue(window.find("card", CardView.class).getParent().getWidth() > 400);
    }
  }
}
