package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.state.Recent;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuBar;

/** The menu bar. */
final class Menus {
  private Menus() {}

  static JMenuBar bar(
      StateStore store, Controller controller, ActionTable actions, OpenMenus openMenus) {
    JMenu model = new JMenu(Text.of("menu.model"));
    openMenus.addModels(model);
    model.addSeparator();
    model.add(new RecentMenu(store, "recent.models", Recent::models, controller::openModel));
    model.add(OpenMenus.keyed(Command.QUIT, actions));
    JMenu picture = new JMenu(Text.of("menu.picture"));
    openMenus.addPictures(picture);
    JMenuBar bar = new JMenuBar();
    bar.add(model);
    bar.add(picture);
    bar.add(
        menu(
            actions,
            "menu.go",
            Command.FIND,
            Command.FIND_NEXT,
            Command.PREVIOUS_BLOCK,
            Command.NEXT_BLOCK,
            Command.PREVIOUS_CHANNEL,
            Command.NEXT_CHANNEL,
            Command.ENLARGE,
            Command.BACK,
            Command.CANCEL));
    bar.add(
        menu(
            actions,
            "menu.change",
            Command.UNDO,
            Command.REDO,
            Command.RESET,
            Command.CUT_SHORTCUT,
            Command.DROP_BRANCH,
            Command.ZERO_CHANNEL,
            Command.SWAP_NEXT));
    bar.add(
        menu(
            actions,
            "menu.view",
            Command.SHOW_STAGES,
            Command.SHOW_BLOCKS,
            Command.SHOW_OPERATORS,
            Command.FOLD,
            Command.NETWORK_LARGER,
            Command.NETWORK_SMALLER,
            Command.FIT_NETWORK,
            Command.NEXT_COLOR_MAP,
            Command.NEXT_RANGE,
            Command.ZOOM_IN,
            Command.ZOOM_OUT,
            Command.CHANGE_THEME));
    picture.addSeparator();
    picture.add(
        new RecentMenu(
            store,
            "recent.pictures",
            Recent::pictures,
            path -> controller.openPicture(Path.of(path))));
    for (Command command :
        List.of(Command.SAVE_PICTURE, Command.SAVE_PICTURE_LARGE, Command.SAVE_NETWORK)) {
      picture.add(OpenMenus.keyed(command, actions));
    }
    bar.add(
        menu(
            actions,
            "menu.maps",
            Command.SHOW_MAPS,
            Command.PREVIOUS_VALUE,
            Command.NEXT_VALUE,
            Command.NEXT_ORDER,
            Command.FILTER_MAPS,
            Command.PIN,
            Command.SMOOTH_MAPS,
            Command.OVERLAY,
            Command.MORE_GAMMA,
            Command.LESS_GAMMA));
    bar.add(menu(actions, "menu.help", Command.SHOW_KEYS));
    return bar;
  }

  private static JMenu menu(ActionTable actions, String key, Command... commands) {
    JMenu menu = new JMenu(Text.of(key));
    for (Command command : commands) {
      menu.add(OpenMenus.keyed(command, actions));
    }
    return menu;
  }
}
