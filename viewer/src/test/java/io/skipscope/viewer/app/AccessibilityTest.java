package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.canvas.Canvas;
import java.awt.Component;
import java.awt.Container;
import java.awt.FocusTraversalPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JProgressBar;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.plaf.basic.BasicSplitPaneDivider;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a screen reader and a keyboard find in the real window. */
@Tag("display")
class AccessibilityTest {
  private static DrivenWindow window;

  /** One for all tests, which only look at it. */
  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    // Its progress would have one more button.
    window.await("all shares", s -> s.survey() != null);
  }

  @AfterAll
  static void close() {
    if (window != null) {
      window.close();
    }
  }

  /** All components, those of menus and of other tabs as well. */
  private List<JComponent> components() {
    return DrivenWindow.onEventThread(
        () -> {
          List<JComponent> found = new ArrayList<>();
          collect(window.viewer.window().getRootPane(), found);
          return found;
        });
  }

  private static void collect(Container parent, List<JComponent> found) {
    Component[] children =
        parent instanceof JMenu menu ? menu.getMenuComponents() : parent.getComponents();
    for (Component child : children) {
      if (child instanceof JComponent component && isOurs(component)) {
        found.add(component);
        collect(component, found);
      }
    }
  }

  /** Scroll bars and the parts of a look's own controls are spoken by Swing. */
  private static boolean isOurs(JComponent component) {
    Container parent = component.getParent();
    boolean part =
        parent instanceof JComboBox || parent instanceof JTextComponent || isDivider(parent);
    return !part && !(component instanceof JScrollBar) && !isWindowFrame(component);
  }

  private static boolean isDivider(Container parent) {
    return parent instanceof BasicSplitPaneDivider;
  }

  private static boolean isWindowFrame(JComponent component) {
    return component.getClass().getName().startsWith("com.formdev.flatlaf.ui.FlatTitlePane");
  }

  private static boolean isControl(JComponent component) {
    return component instanceof AbstractButton
        || component instanceof JComboBox
        || component instanceof JSlider
        || component instanceof JTextComponent
        || component instanceof JProgressBar
        || component instanceof Canvas;
  }

  private static String words(JComponent component) {
    return component.getClass().getSimpleName() + " " + component.getName();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  @Test
  void everyControlAndCanvasHasAName() {
    List<JComponent> controls = components().stream().filter(c -> isControl(c)).toList();
    assertTrue(controls.size() > 80, "found " + controls.size() + " only");
    assertEquals(
        List.of(),
        controls.stream()
            .filter(c -> isBlank(c.getAccessibleContext().getAccessibleName()))
            .map(AccessibilityTest::words)
            .toList());
  }

  /** What a menu or one of its plain choices is, its name says; of a text, the text. */
  @Test
  void everyControlAndCanvasOutsideOfMenusHasADescription() {
    assertEquals(
        List.of(),
        components().stream()
            .filter(c -> isControl(c) && !(c instanceof JMenuItem) && !isReadOnlyText(c))
            .filter(c -> isBlank(c.getAccessibleContext().getAccessibleDescription()))
            .map(AccessibilityTest::words)
            .toList());
  }

  @Test
  void everyLabelOfAControlNamesIt() {
    List<JLabel> named =
        components().stream()
            .filter(c -> c instanceof JLabel)
            .map(JLabel.class::cast)
            .filter(label -> label.getLabelFor() != null)
            .toList();
    assertTrue(named.size() > 5, "found " + named.size() + " only");
    named.forEach(label -> assertTrue(!label.getText().isBlank(), words(label)));
  }

  @Test
  void tabReachesEveryControlInViewOnce() {
    Set<Component> reached = new HashSet<>(reached());
    assertEquals(reached().size(), reached.size());
    assertEquals(
        List.of(),
        components().stream()
            .filter(c -> isControl(c) && !(c instanceof JMenuItem))
            .filter(c -> c.isShowing() && c.isEnabled())
            .filter(c -> !isReadOnly(c) && !reached.contains(c))
            .map(AccessibilityTest::words)
            .toList());
  }

  /** What only shows something need not be reached. */
  private static boolean isReadOnly(JComponent component) {
    return component instanceof JProgressBar
        || isReadOnlyText(component)
        || component instanceof Canvas canvas && canvas.getInputMap().size() == 0;
  }

  private static boolean isReadOnlyText(JComponent component) {
    return component instanceof JTextComponent text && !text.isEditable();
  }

  @Test
  void theFocusGoesFromTheTopToTheBottom() {
    List<Component> order = reached();
    int tools = place(order, "tool.model");
    int network = place(order, "network");
    int card = place(order, "card");
    int middle = place(order, "centre.card");
    int changes = place(order, "change.RESET");
    assertTrue(tools < network && network < middle && middle < card, order.toString());
    // It is disabled, and so left out, while nothing is changed.
    assertEquals(-1, changes);
    assertTrue(card < place(order, "change.CUT_SHORTCUT"), order.toString());
  }

  private static int place(List<Component> order, String name) {
    for (int i = 0; i < order.size(); i++) {
      if (name.equals(order.get(i).getName())) {
        return i;
      }
    }
    return -1;
  }

  /** Where Tab leads to, from the first control on. */
  private List<Component> reached() {
    return DrivenWindow.onEventThread(
        () -> {
          Container root = window.viewer.window();
          FocusTraversalPolicy policy = root.getFocusTraversalPolicy();
          List<Component> order = new ArrayList<>();
          Component next = policy.getFirstComponent(root);
          while (next != null && !order.contains(next)) {
            order.add(next);
            next = policy.getComponentAfter(root, next);
          }
          return order;
        });
  }
}
