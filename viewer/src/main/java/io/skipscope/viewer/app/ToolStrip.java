package io.skipscope.viewer.app;

import io.skipscope.image.ColorMap;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.canvas.Chooser;
import io.skipscope.viewer.state.DeviceChoice;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.JToolBar;

/** The toolbar: what is opened, where it runs, how it is coloured. */
final class ToolStrip extends JToolBar {
  private static final int GAP = 8;

  private final StateStore store;
  private final Action chooseSeveral;
  private final DeviceChoice several = new DeviceChoice("", Text.of("tool.several"), "");
  private final Chooser<DeviceChoice> devices;
  private final Chooser<ColorMap> colorMaps;
  private final Chooser<RangeMode> ranges;

  ToolStrip(StateStore store, Controller controller, ActionTable actions, OpenMenus menus) {
    this.store = store;
    chooseSeveral = actions.get(Command.SPREAD_DEVICES);
    setFloatable(false);
    setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 10));
    devices =
        new Chooser<>(
            "device",
            Text.of("tool.device"),
            DeviceChoice::label,
            device -> choose(device, controller));
    devices.widenInto(this::besideOthers);
    colorMaps =
        new Chooser<>(
            "colorMap",
            Command.NEXT_COLOR_MAP.label(),
            Text::of,
            map -> store.update(s -> s.withColorMap(map)));
    ranges =
        new Chooser<>(
            "range",
            Command.NEXT_RANGE.label(),
            Text::of,
            range -> store.update(s -> s.with().range(range).build()));
    actions.explain(colorMaps, Command.NEXT_COLOR_MAP);
    actions.explain(ranges, Command.NEXT_RANGE);
    actions.explain(
        opener("tool.model", "model", menus::models),
        keys -> Text.of("tool.model.tooltip", keys.text(Command.OPEN_MODEL)));
    actions.explain(
        opener("tool.picture", "picture", menus::pictures),
        keys -> Text.of("tool.picture.tooltip", keys.text(Command.OPEN_PICTURE)));
    add(Box.createHorizontalStrut(2 * GAP));
    labelled("tool.device", devices);
    labelled("tool.colorMap", colorMaps);
    labelled("tool.range", ranges);
    add(Box.createHorizontalGlue());
    icon(actions.get(Command.CHANGE_THEME), "theme", Command.CHANGE_THEME);
    icon(actions.get(Command.SHOW_KEYS), "keys", Command.SHOW_KEYS);
    store.addListener(this::changed);
  }

  /** The menu is made when it is opened: it has the look and the keys of then. */
  private JButton opener(String key, String icon, Supplier<JPopupMenu> menu) {
    JButton button = new JButton(Text.of("tool.opener", Text.of(key)), Theme.icon(icon));
    button.setName(key);
    button.addActionListener(e -> menu.get().show(button, 0, button.getHeight()));
    add(button);
    add(Box.createHorizontalStrut(GAP));
    return button;
  }

  private void labelled(String key, Chooser<?> chooser) {
    JLabel label = new JLabel(Text.of(key + ".label"));
    label.setLabelFor(chooser);
    add(label);
    add(Box.createHorizontalStrut(GAP));
    add(chooser);
    add(Box.createHorizontalStrut(2 * GAP));
  }

  /** What the other controls leave to the names of devices. */
  private int besideOthers() {
    int others =
        Stream.of(getComponents())
            .filter(control -> control != devices)
            .mapToInt(control -> control.getPreferredSize().width)
            .sum();
    return getWidth() - getInsets().left - getInsets().right - others;
  }

  private void icon(Action action, String icon, Command command) {
    JButton button = new JButton(action);
    button.setName("tool." + icon);
    button.setHideActionText(true);
    button.setIcon(Theme.icon(icon));
    button.getAccessibleContext().setAccessibleName(command.label());
    add(button);
  }

  private void choose(DeviceChoice device, Controller controller) {
    if (device.equals(several)) {
      chooseSeveral.actionPerformed(null);
    } else if (!device.isUsable()) {
      store.update(s -> s.with().message(Message.hint(device.problem())).build());
    } else if (!device.id().equals(store.state().deviceId())) {
      controller.chooseDevice(device.id());
    }
    // The device in use stays in view until the new one has worked.
    followDevices(store.state());
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.contains(ViewerChange.DEVICES) || changes.contains(ViewerChange.DEVICE)) {
      followDevices(state);
    }
    // Differences have colours and a range of their own, the maps pane a range.
    colorMaps.setEnabled(!state.showsDifference());
    colorMaps.show(List.of(ColorMap.values()), state.shownColors());
    ranges.setEnabled(!state.maps().open() && !state.showsDifference());
    ranges.show(List.of(RangeMode.values()), state.shownRange());
  }

  private void followDevices(ViewerState state) {
    DeviceChoice chosen =
        state.devices().stream()
            .filter(d -> d.isUsable() && d.id().equals(state.deviceId()))
            .findFirst()
            .orElse(null);
    List<DeviceChoice> offered = new ArrayList<>(state.devices());
    offered.add(several);
    devices.follow(offered, chosen);
    devices.setEnabled(!state.devices().isEmpty());
  }
}
