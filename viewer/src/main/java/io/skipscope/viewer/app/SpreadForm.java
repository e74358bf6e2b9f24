package io.skipscope.viewer.app;

import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.viewer.canvas.Chooser;
import io.skipscope.viewer.state.DeviceChoice;
import io.skipscope.viewer.state.SpreadChoice;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Component;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

/** Devices to be ticked, and what the plan for them is to be good at. Event thread. */
final class SpreadForm extends JPanel {
  /** Devices that can share work. */
  static final int FEWEST = 2;

  /** A plan, or null for the best; a drop-down list cannot hold null itself. */
  private record PlanChoice(PlanKind plan) {
    String label() {
      return plan == null ? Text.of("spread.plan.best") : Text.of(plan);
    }
  }

  private final JLabel hint = new JLabel(Text.of("spread.how"));
  private final Map<String, JCheckBox> devices = new LinkedHashMap<>();
  private Goal goal = Goal.THROUGHPUT;
  private PlanKind plan;

  /**
   * @param offered usable devices and parts of devices
   * @param last what was chosen the last time; null before that
   */
  SpreadForm(List<DeviceChoice> offered, SpreadChoice last) {
    super(new GridLayout(0, 1, 0, 4));
    add(hint);
    List<String> ticked = last == null ? DevicePairs.first(offered) : last.deviceIds();
    for (DeviceChoice device : offered) {
      JCheckBox box = new JCheckBox(device.label());
      box.setName("spread." + device.id());
      box.setSelected(ticked.contains(device.id()));
      devices.put(device.id(), box);
      add(box);
    }
    if (last != null) {
      goal = last.goal();
      plan = last.plan();
    }
    choosers();
  }

  private void choosers() {
    Chooser<Goal> goals =
        new Chooser<>(
            "spread.goal", Text.of("spread.goal.tooltip"), Text::of, chosen -> goal = chosen);
    goals.follow(List.of(Goal.values()), goal);
    labelled("spread.goal", goals);
    Chooser<PlanChoice> plans =
        new Chooser<>(
            "spread.plan",
            Text.of("spread.plan.tooltip"),
            PlanChoice::label,
            chosen -> plan = chosen.plan());
    List<PlanChoice> all = new ArrayList<>(List.of(new PlanChoice(null)));
    for (PlanKind kind : PlanKind.values()) {
      all.add(new PlanChoice(kind));
    }
    plans.follow(all, new PlanChoice(plan));
    labelled("spread.plan", plans);
  }

  private void labelled(String key, Chooser<?> chooser) {
    JLabel label = new JLabel(Text.of(key));
    label.setLabelFor(chooser);
    add(label);
    add(chooser);
  }

  /** Asks until two devices are ticked; empty if the user gives up. */
  static Optional<SpreadChoice> ask(
      Component parent, List<DeviceChoice> offered, SpreadChoice last) {
    SpreadForm form = new SpreadForm(offered, last);
    Optional<SpreadChoice> choice = Optional.empty();
    while (choice.isEmpty() && form.confirmed(parent)) {
      choice = form.choice();
    }
    return choice;
  }

  private boolean confirmed(Component parent) {
    return JOptionPane.showConfirmDialog(
            parent,
            this,
            Text.of("spread.form"),
            JOptionPane.OK_CANCEL_OPTION,
            JOptionPane.PLAIN_MESSAGE)
        == JOptionPane.OK_OPTION;
  }

  /** What is chosen; empty while fewer than two devices are ticked, which is then said. */
  Optional<SpreadChoice> choice() {
    List<String> ticked =
        devices.entrySet().stream()
            .filter(entry -> entry.getValue().isSelected())
            .map(Map.Entry::getKey)
            .toList();
    if (ticked.size() < FEWEST) {
      hint.setText(Text.of("spread.tooFew"));
      hint.setForeground(Theme.color("errorText"));
      return Optional.empty();
    }
    return Optional.of(new SpreadChoice(ticked, goal, plan));
  }
}
