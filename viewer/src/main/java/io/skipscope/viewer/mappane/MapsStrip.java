package io.skipscope.viewer.mappane;

import io.skipscope.image.ColorScale;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.canvas.Chooser;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.MapOrder;
import io.skipscope.viewer.state.MapRange;
import io.skipscope.viewer.state.MapTone;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.state.WeightLayer;
import io.skipscope.viewer.text.Text;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;

/**
 * Two lines above the maps, more only where these are very narrow: which are shown in which order,
 * and how they are coloured.
 */
final class MapsStrip extends JPanel {
  private static final int GAMMA_STEPS = 8;
  private static final int GAMMA_WIDTH = 110;
  private static final int LEAST_GAMMA_WIDTH = 60;

  private final Consumer<UnaryOperator<MapsChoice>> change;
  private final Chooser<ValueChoice> values;
  private final Chooser<MapOrder> orders;
  private final Chooser<MapRange> ranges;
  private final FilterField filter;
  private final RangeFields manual;
  private final JSlider gamma = new JSlider(-2 * GAMMA_STEPS, 2 * GAMMA_STEPS, 0);
  private final Map<Command, JToggleButton> toggles = new EnumMap<>(Command.class);
  private final JLabel gammaNumber = new JLabel();
  private final JLabel count = new JLabel();
  private final List<ControlLine> lines = new ArrayList<>();
  private final JLabel valueLabel = new JLabel(Text.of("maps.value.label"));
  private PreparedMaps maps;
  private boolean following;

  /**
   * @param change changes what the maps pane shows, and runs where a new value needs it
   */
  MapsStrip(Consumer<UnaryOperator<MapsChoice>> change) {
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    this.change = change;
    values =
        new Chooser<>(
            "maps.value",
            Text.of("maps.value"),
            ValueChoice::label,
            chosen -> change.accept(c -> c.withValue(chosen.value())));
    orders =
        new Chooser<>(
            "maps.order",
            Command.NEXT_ORDER.label(),
            Text::of,
            order -> change.accept(c -> c.withSelection(c.selection().withOrder(order))));
    ranges = new Chooser<>("maps.range", Command.NEXT_RANGE.label(), Text::of, this::chooseRange);
    filter = new FilterField(t -> change.accept(c -> c.withSelection(c.selection().withFilter(t))));
    manual = new RangeFields((low, high) -> tone(tone -> tone.withManual(low, high)));
    gamma.setName("maps.gamma");
    gamma.setToolTipText(Text.of("maps.gamma.tooltip"));
    gamma.getAccessibleContext().setAccessibleName(Text.of("maps.gamma.tooltip"));
    gamma.setMaximumSize(new Dimension(GAMMA_WIDTH, gamma.getPreferredSize().height));
    gamma.setPreferredSize(gamma.getMaximumSize());
    gamma.setMinimumSize(new Dimension(LEAST_GAMMA_WIDTH, gamma.getPreferredSize().height));
    gamma.addChangeListener(event -> moveGamma());
  }

  /** Adds the controls, for which the table's actions are needed. */
  void fill(ActionTable actions) {
    actions.explain(orders, Command.NEXT_ORDER);
    actions.explain(ranges, Command.NEXT_RANGE);
    ControlLine first = line();
    first.addLabelled(valueLabel, values);
    first.addLabelled(label("maps.order"), orders);
    first.add(filter);
    first.add(count);
    ControlLine second = line();
    second.addLabelled(label("maps.range"), ranges);
    second.add(manual);
    second.addLabelled(label("maps.gamma"), gamma, gammaNumber);
    for (Command command : List.of(Command.SMOOTH_MAPS, Command.OVERLAY, Command.PIN)) {
      JToggleButton toggle = new JToggleButton(actions.get(command));
      toggle.setName("maps." + command);
      toggle.setText(Text.of("maps.short." + command));
      toggle.getAccessibleContext().setAccessibleName(command.label());
      Focus.byTabOnly(toggle);
      toggles.put(command, toggle);
      second.add(toggle);
    }
  }

  private ControlLine line() {
    ControlLine line = new ControlLine();
    lines.add(line);
    add(line);
    return line;
  }

  private static JLabel label(String key) {
    return new JLabel(Text.of(key + ".label"));
  }

  private void tone(UnaryOperator<MapTone> edit) {
    change.accept(c -> c.withTone(edit.apply(c.tone())));
  }

  /** The user's own range starts as the one that is in use. */
  private void chooseRange(MapRange range) {
    ColorScale now = maps == null ? null : maps.shared();
    if (range == MapRange.MANUAL && now != null && now.min() < now.max()) {
      tone(tone -> tone.withManual(now.min(), now.max()));
    } else {
      tone(tone -> tone.withRange(range));
    }
  }

  private void moveGamma() {
    if (!following) {
      float wanted = (float) Math.pow(2, gamma.getValue() / (double) GAMMA_STEPS);
      tone(tone -> tone.withGamma(wanted));
    }
  }

  void focusFilter() {
    filter.requestFocusInWindow();
  }

  /** Shows what is chosen. */
  void follow(ViewerState state) {
    MapsChoice choice = state.maps();
    following = true;
    if (choice.weights() && state.model() != null) {
      follow(
          ValueChoice.layersOf(state.model(), state.block(), choice),
          WeightLayer.shown(state.model(), state.block(), choice)
              .map(layer -> layer.node().name())
              .orElse(""));
    } else if (state.run() != null) {
      BlockRun run = state.run();
      follow(ValueChoice.of(run, choice), choice.tap(run.model(), run.block()));
    }
    String key = choice.weights() ? "weights.layer" : "maps.value";
    valueLabel.setText(Text.of(key + ".label"));
    values.setToolTipText(Text.of(key));
    values.getAccessibleContext().setAccessibleName(Text.of(key));
    orders.follow(List.of(MapOrder.values()), choice.selection().order());
    MapRange range = state.shownMaps().tone().range();
    ranges.follow(List.of(MapRange.values()), range);
    ranges.setEnabled(!state.showsDifference());
    filter.follow(choice.selection().filter());
    manual.setVisible(range == MapRange.MANUAL);
    manual.follow(choice.tone());
    double steps = GAMMA_STEPS * Math.log(choice.tone().gamma()) / Math.log(2);
    gamma.setValue((int) Math.round(steps));
    gammaNumber.setText(String.format(Locale.ROOT, "%.2f", choice.tone().gamma()));
    following = false;
    select(Command.SMOOTH_MAPS, choice.smooth() && !choice.weights());
    select(Command.OVERLAY, choice.overlay() && !choice.weights());
    for (Command ofValues : List.of(Command.SMOOTH_MAPS, Command.OVERLAY)) {
      if (toggles.containsKey(ofValues)) {
        toggles.get(ofValues).setVisible(!choice.weights());
      }
    }
    select(Command.PIN, choice.selection().pinned().contains(state.channel()));
    lines.forEach(ControlLine::fitLabels);
  }

  private void follow(List<ValueChoice> all, String chosen) {
    values.follow(all, all.stream().filter(v -> v.tap().equals(chosen)).findFirst().orElse(null));
  }

  private void select(Command command, boolean selected) {
    if (toggles.containsKey(command)) {
      toggles.get(command).setSelected(selected);
    }
  }

  /**
   * @param prepared null while there are none
   */
  void show(PreparedMaps prepared) {
    maps = prepared;
    filter.outline(prepared == null || prepared.filterUnderstood());
    count.setText(
        prepared == null
            ? ""
            : Text.of("maps.count", prepared.order().length, prepared.channels()));
  }
}
