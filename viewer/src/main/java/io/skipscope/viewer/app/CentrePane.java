package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.blockpane.CardView;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.ScrollPanes;
import io.skipscope.viewer.canvas.WrapLayout;
import io.skipscope.viewer.comparepane.CompareStrip;
import io.skipscope.viewer.comparepane.SidesView;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.mappane.MapsPane;
import io.skipscope.viewer.state.MapRange;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.unitpane.UnitPane;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.swing.Box;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/**
 * The middle of the window: the block card, the maps or the weights, and what keys do in either.
 */
final class CentrePane extends JPanel {
  private final CardLayout layout = new CardLayout();
  private final JPanel shown = new JPanel(layout);
  private final StateStore store;
  private final Controller controller;
  private final ActionTable actions;
  private final JPanel top = new JPanel(new BorderLayout());
  private final JPanel mapsAndUnits = new JPanel(new BorderLayout());
  private final CardView card;
  private MapsPane maps;

  /** Makes the card; the other parts follow by the methods that add them, in any order. */
  CentrePane(StateStore store, Controller controller, ActionTable actions) {
    super(new BorderLayout());
    this.store = store;
    this.controller = controller;
    this.actions = actions;
    card =
        new CardView(store, value -> controller.showMaps(c -> c.withOpen(true).withValue(value)));
    controller.prepareWith(card::prepare);
    shown.add(ScrollPanes.of(card), Boolean.FALSE.toString());
    shown.add(mapsAndUnits, Boolean.TRUE.toString());
    top.add(tabs(), BorderLayout.NORTH);
    add(top, BorderLayout.NORTH);
    add(shown, BorderLayout.CENTER);
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.MAPS)) {
            layout.show(shown, String.valueOf(state.maps().open()));
          }
        });
  }

  /** Makes the maps, and says what keys do there and on the card. */
  void addMaps() {
    maps = new MapsPane(store, actions, controller::showMaps);
    mapsAndUnits.add(maps, BorderLayout.CENTER);
    addActions();
  }

  /** Makes what stands beneath the maps once channels were surveyed. */
  void addUnits() {
    mapsAndUnits.add(
        new UnitPane(store, actions, controller.unitSurveys()::open), BorderLayout.SOUTH);
  }

  /** Makes what stands above and beneath while runs are compared. */
  void addComparison() {
    top.add(new CompareStrip(store, actions, controller.comparisons()::show), BorderLayout.SOUTH);
    add(new SidesView(store, this::roomForSides), BorderLayout.SOUTH);
  }

  /** The height that the card can spare without having to scroll. */
  private int roomForSides() {
    int least = showsMaps() ? 0 : card.leastHeight();
    return getHeight() - top.getPreferredSize().height - least;
  }

  private JPanel tabs() {
    JPanel tabs = new JPanel();
    WrapLayout.in(tabs, 4).setVgap(2);
    actions.explain(
        tab(tabs, "centre.card", c -> !c.open(), c -> c.withOpen(false)), Command.SHOW_MAPS);
    actions.explain(
        tab(tabs, "centre.maps", c -> c.open() && !c.weights(), c -> c.opened(false)),
        Command.SHOW_MAPS);
    actions.explain(
        tab(tabs, "centre.weights", MapsChoice::weights, c -> c.opened(true)),
        Command.SHOW_WEIGHTS);
    tabs.add(Box.createHorizontalStrut(16));
    tabs.add(arithmetic());
    return tabs;
  }

  private JToggleButton arithmetic() {
    JToggleButton toggle = new JToggleButton(actions.get(Command.SHOW_ARITHMETIC));
    toggle.setName("centre.arithmetic");
    toggle.setText(Text.of("centre.arithmetic"));
    toggle.getAccessibleContext().setAccessibleName(Command.SHOW_ARITHMETIC.label());
    toggle.putClientProperty("JButton.buttonType", "toolBarButton");
    Focus.byTabOnly(toggle);
    store.addListener((changes, state) -> toggle.setSelected(state.arithmetic()));
    return toggle;
  }

  private JToggleButton tab(
      JPanel tabs, String key, Predicate<MapsChoice> shown, UnaryOperator<MapsChoice> show) {
    JToggleButton tab = new JToggleButton(Text.of(key));
    tab.setName(key);
    tab.putClientProperty("JButton.buttonType", "toolBarButton");
    Focus.byTabOnly(tab);
    tab.addActionListener(
        event -> {
          controller.showMaps(show);
          // A click on the selected one would turn it off.
          tab.setSelected(shown.test(store.state().maps()));
        });
    tabs.add(tab);
    store.addListener((changes, state) -> tab.setSelected(shown.test(state.maps())));
    return tab;
  }

  /** What is in view, to be kept; empty while there is nothing. */
  Optional<Exportable> exportable() {
    return showsMaps() ? maps.exportable() : card.exportable();
  }

  private boolean showsMaps() {
    return store.state().maps().open();
  }

  private void addActions() {
    actions
        .put(Command.PREVIOUS_CHANNEL, () -> either(() -> maps.move(-1), () -> moveChannel(-1)))
        .put(Command.NEXT_CHANNEL, () -> either(() -> maps.move(1), () -> moveChannel(1)))
        .put(Command.POINT_LEFT, () -> point(-1, 0))
        .put(Command.POINT_RIGHT, () -> point(1, 0))
        .put(Command.POINT_UP, () -> point(0, -1))
        .put(Command.POINT_DOWN, () -> point(0, 1))
        .put(Command.POINT_BEFORE, () -> pointElsewhere(-1))
        .put(Command.POINT_NEXT, () -> pointElsewhere(1))
        .put(Command.ZOOM_IN, () -> either(maps::zoomIn, card::zoomIn))
        .put(Command.ZOOM_OUT, () -> either(maps::zoomOut, card::zoomOut))
        .put(Command.NEXT_RANGE, () -> either(this::nextMapRange, this::nextRange));
  }

  private void either(Runnable inMaps, Runnable onCard) {
    (showsMaps() ? inMaps : onCard).run();
  }

  /** Points at a number this many columns and rows from the one before. */
  private void point(int columns, int rows) {
    either(() -> maps.point(columns, rows), () -> card.point(columns, rows));
  }

  /** Points at the same place of another map, or of the same map in another tile. */
  private void pointElsewhere(int step) {
    either(() -> maps.pointAtMap(step), () -> card.pointAtTile(step));
  }

  private void moveChannel(int step) {
    int channel = store.state().channel() + step;
    if (channel >= 0 && channel < store.state().channelCount()) {
      store.update(s -> s.with().channel(channel).pointer(null).build());
    }
  }

  private void nextRange() {
    store.update(s -> s.with().range(Actions.next(RangeMode.values(), s.range())).build());
  }

  private void nextMapRange() {
    controller.showMaps(
        c -> c.withTone(c.tone().withRange(Actions.next(MapRange.values(), c.tone().range()))));
  }
}
