package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.CommandGroup;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where commands stand in the menu bar, without a window. */
class MenusTest {
  private final StateStore store = new StateStore(ViewerState.INITIAL);
  private final Controller controller =
      new Controller(store, new Worker(store, EventQueue::invokeLater));

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  @AfterEach
  void close() {
    EventSteps.run(controller::close);
  }

  private JMenuBar bar() {
    ActionTable actions = new ActionTable();
    for (Command command : Command.values()) {
      actions.put(command, () -> {});
    }
    Menus menus =
        EventSteps.get(
            () -> new Menus(store, controller, actions, new OpenMenus(actions, controller)));
    EventSteps.run(menus.steps());
    return menus.bar();
  }

  private static Stream<JMenuItem> items(Component part) {
    if (part instanceof JMenu menu) {
      return Arrays.stream(menu.getMenuComponents()).flatMap(MenusTest::items);
    }
    return part instanceof JMenuItem item ? Stream.of(item) : Stream.empty();
  }

  @ParameterizedTest
  @EnumSource(CommandGroup.class)
  void everyCommandOfAGroupStandsOnceInItsMenuWithItsKeyAndWhatItDoes(CommandGroup group) {
    JMenuBar bar = bar();
    JMenu menu =
        Arrays.stream(bar.getComponents())
            .map(JMenu.class::cast)
            .filter(each -> each.getText().equals(group.label()))
            .findFirst()
            .orElseThrow();
    for (Command command : group.commands()) {
      List<JMenuItem> found =
          items(menu).filter(item -> command.name().equals(item.getName())).toList();
      assertEquals(1, found.size(), command.name());
      JMenuItem item = found.get(0);
      assertEquals(command.label(), item.getText());
      assertEquals(command.usualKey(), item.getAccelerator());
      assertTrue(item.getToolTipText().contains(command.label()), item.getToolTipText());
      assertTrue(item.getToolTipText().contains(KeyMap.USUAL.text(command)), item.getToolTipText());
    }
  }
}
