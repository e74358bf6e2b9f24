package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.CommandGroup;
import io.skipscope.viewer.state.Recent;
import io.skipscope.viewer.state.StateStore;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import javax.swing.JMenu;
import javax.swing.JMenuBar;

/** The menu bar. */
final class Menus {
  /** Which {@link OpenMenus} puts above what can be chosen. */
  private static final Set<Command> OPENERS = EnumSet.of(Command.OPEN_MODEL, Command.OPEN_PICTURE);

  private Menus() {}

  static JMenuBar bar(
      StateStore store, Controller controller, ActionTable actions, OpenMenus openMenus) {
    JMenuBar bar = new JMenuBar();
    for (CommandGroup group : CommandGroup.values()) {
      JMenu menu = new JMenu(group.label());
      switch (group) {
        case MODEL -> {
          openMenus.addModels(menu);
          menu.addSeparator();
          menu.add(new RecentMenu(store, "recent.models", Recent::models, controller::openModel));
          menu.addSeparator();
        }
        case PICTURE -> {
          openMenus.addPictures(menu);
          menu.addSeparator();
          menu.add(recentPictures(store, controller));
          menu.add(FeedActions.menu(store, controller, actions));
          menu.addSeparator();
        }
        case VIEW -> {
          LookMenus.addTo(menu, store);
          menu.addSeparator();
        }
        default -> {}
      }
      group.commands().stream()
          .filter(command -> !OPENERS.contains(command))
          .forEach(command -> menu.add(OpenMenus.keyed(command, actions)));
      bar.add(menu);
    }
    return bar;
  }

  private static RecentMenu recentPictures(StateStore store, Controller controller) {
    return new RecentMenu(
        store, "recent.pictures", Recent::pictures, path -> controller.openPicture(Path.of(path)));
  }
}
