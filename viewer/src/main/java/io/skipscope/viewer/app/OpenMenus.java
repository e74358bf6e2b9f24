package io.skipscope.viewer.app;

import io.skipscope.image.BundledPictures;
import io.skipscope.image.TestChart;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.text.Text;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.ToolTipManager;

/** The choices of models and of pictures: a file, or what comes with the program. */
final class OpenMenus {
  private final ActionTable actions;
  private final Controller controller;

  OpenMenus(ActionTable actions, Controller controller) {
    this.actions = actions;
    this.controller = controller;
  }

  JPopupMenu models() {
    JPopupMenu menu = new JPopupMenu();
    addModels(menu);
    return menu;
  }

  JPopupMenu pictures() {
    JPopupMenu menu = new JPopupMenu();
    addPictures(menu);
    return menu;
  }

  void addModels(JComponent menu) {
    menu.add(opener(Command.OPEN_MODEL));
    menu.add(new JPopupMenu.Separator());
    for (Bundled model : Bundled.values()) {
      menu.add(item(model.source(), model.label(), () -> controller.openModel(model.source())));
    }
  }

  void addPictures(JComponent menu) {
    menu.add(opener(Command.OPEN_PICTURE));
    menu.add(new JPopupMenu.Separator());
    for (BundledPictures.Entry picture : BundledPictures.list()) {
      menu.add(
          item(
              picture.file(),
              picture.title(),
              () -> controller.openBundledPicture(picture.file())));
    }
    menu.add(new JPopupMenu.Separator());
    JMenu charts = new JMenu(Text.of("menu.charts"));
    charts.setName("menu.charts");
    for (TestChart chart : TestChart.values()) {
      charts.add(item(chart.name(), Text.of(chart), () -> controller.openChart(chart)));
    }
    menu.add(charts);
  }

  private JMenuItem opener(Command command) {
    return keyed(command, actions);
  }

  /** A menu item for a command, with its key beside it. */
  static JMenuItem keyed(Command command, ActionTable actions) {
    JMenuItem item = new JMenuItem(actions.get(command));
    item.setName(command.name());
    // Its tooltip is only spoken: on the screen it would say the same twice.
    ToolTipManager.sharedInstance().unregisterComponent(item);
    return item;
  }

  private static JMenuItem item(String name, String label, Runnable work) {
    JMenuItem item = new JMenuItem(label);
    item.setName(name);
    item.addActionListener(e -> work.run());
    return item;
  }
}
