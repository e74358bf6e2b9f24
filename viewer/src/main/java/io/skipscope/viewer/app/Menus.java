package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.CommandGroup;
import io.skipscope.viewer.state.Recent;
import io.skipscope.viewer.state.StateStore;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.JMenu;
import javax.swing.JMenuBar;

/** The menu bar: titles at once, what is beneath them menu by menu. */
final class Menus {
  /** Which {@link OpenMenus} puts above what can be chosen. */
  private static final Set<Command> OPENERS = EnumSet.of(Command.OPEN_MODEL, Command.OPEN_PICTURE);

  private final StateStore store;
  private final Controller controller;
  private final ActionTable actions;
  private final OpenMenus openMenus;
  private final JMenuBar bar = new JMenuBar();

  /**
   * @param actions need not have any yet
   */
  Menus(StateStore store, Controller controller, ActionTable actions, OpenMenus openMenus) {
    this.store = store;
    this.controller = controller;
    this.actions = actions;
    this.openMenus = openMenus;
    for (CommandGroup group : CommandGroup.values()) {
      bar.add(new JMenu(group.label()));
    }
  }

  JMenuBar bar() {
    return bar;
  }

  /** What fills the menus, one each, once every command has its action. */
  List<Step> steps() {
    return Stream.of(CommandGroup.values())
        .map(group -> new Step("menu " + group, () -> fill(group)))
        .toList();
  }

  private void fill(CommandGroup group) {
    JMenu menu = bar.getMenu(group.ordinal());
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
        menu.add(recentPictures());
        menu.add(FeedActions.menu(store, controller, actions));
        menu.addSeparator();
      }
      case CHANGE -> {
        menu.add(swaps());
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
  }

  private SwapMenu swaps() {
    return new SwapMenu(
        store, swap -> controller.change(history -> history.then(history.present().swapped(swap))));
  }

  private RecentMenu recentPictures() {
    return new RecentMenu(
        store, "recent.pictures", Recent::pictures, path -> controller.openPicture(Path.of(path)));
  }
}
