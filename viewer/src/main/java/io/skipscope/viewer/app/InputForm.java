package io.skipscope.viewer.app;

import io.skipscope.image.InputSpec;
import io.skipscope.viewer.state.InputChoice;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Mean, std and size to be typed in. Event thread. */
final class InputForm extends JPanel {
  private static final int COLUMNS = 20;
  private static final int LARGEST = 2048;

  private final InputChoice current;
  private final int channels;
  private final JTextField mean;
  private final JTextField std;
  private final JTextField size;
  private final JLabel hint = new JLabel(Text.of("input.how"));
  private final List<String> atFirst;

  /**
   * @param current stays where nothing else is typed in
   * @param spec what that is for the model; shown at first
   */
  InputForm(InputChoice current, InputSpec spec) {
    super(new GridLayout(0, 1, 0, 4));
    this.current = current;
    channels = spec.channels();
    mean = field("input.mean", text(spec.mean()));
    std = field("input.std", text(spec.std()));
    size = field("input.size", spec.height() + " " + spec.width());
    atFirst = texts();
    add(hint);
  }

  private List<String> texts() {
    return List.of(mean.getText(), std.getText(), size.getText());
  }

  private JTextField field(String name, String text) {
    JTextField field = new JTextField(text, COLUMNS);
    field.setName(name);
    field.setToolTipText(Text.of(name + ".tooltip"));
    JLabel label = new JLabel(Text.of(name));
    label.setLabelFor(field);
    add(label);
    add(field);
    return field;
  }

  private static String text(float[] numbers) {
    return Arrays.toString(numbers).replaceAll("[\\[\\],]", "");
  }

  /** Asks until the numbers can be taken; empty if the user gives up. */
  static Optional<InputChoice> ask(Component parent, InputChoice current, InputSpec spec) {
    InputForm form = new InputForm(current, spec);
    Optional<InputChoice> choice = Optional.empty();
    while (choice.isEmpty() && form.confirmed(parent)) {
      choice = form.choice();
    }
    return choice;
  }

  private boolean confirmed(Component parent) {
    JOptionPane pane =
        new JOptionPane(this, JOptionPane.PLAIN_MESSAGE, JOptionPane.OK_CANCEL_OPTION) {
          @Override
          public void selectInitialValue() {
            mean.requestFocusInWindow();
            mean.selectAll();
          }
        };
    JDialog dialog = pane.createDialog(parent, Text.of("input.form"));
    dialog.setVisible(true);
    dialog.dispose();
    return Integer.valueOf(JOptionPane.OK_OPTION).equals(pane.getValue());
  }

  /** What is typed in; empty if some of it cannot be taken, which is then outlined and said. */
  Optional<InputChoice> choice() {
    List<Float> means = numbers(mean);
    List<Float> stds = numbers(std);
    List<Float> sides = numbers(size);
    hint.setText(Text.of("input.how"));
    boolean right = accept(size, isSize(sides));
    right &= accept(std, isPerChannel(stds) && stds.stream().allMatch(s -> s > 0));
    right &= accept(mean, isPerChannel(means));
    return right ? Optional.of(choice(means, stds, sides)) : Optional.empty();
  }

  private InputChoice choice(List<Float> means, List<Float> stds, List<Float> sides) {
    boolean sameNumbers = texts().subList(0, 2).equals(atFirst.subList(0, 2));
    InputChoice normalised = sameNumbers ? current : current.withOwn(means, stds);
    return size.getText().equals(atFirst.get(2))
        ? normalised
        : normalised.withSize(sides.get(0).intValue(), sides.get(1).intValue());
  }

  private boolean isPerChannel(List<Float> numbers) {
    return numbers.size() == 1 || numbers.size() == channels;
  }

  private static boolean isSize(List<Float> sides) {
    return sides.size() == 2
        && sides.stream().allMatch(s -> s >= 1 && s <= LARGEST && s == Math.rint(s));
  }

  private boolean accept(JTextField field, boolean right) {
    field.putClientProperty("JComponent.outline", right ? null : "error");
    if (!right) {
      hint.setText(field.getToolTipText());
    }
    return right;
  }

  /** Finite numbers with blanks or commas between them; empty if anything else is there. */
  private static List<Float> numbers(JTextField field) {
    List<Float> numbers = new ArrayList<>();
    try {
      for (String word : field.getText().strip().split("[\\s,\u00d7]+")) {
        numbers.add(Float.parseFloat(word));
      }
    } catch (NumberFormatException e) {
      return List.of();
    }
    return numbers.stream().allMatch(Float::isFinite) ? numbers : List.of();
  }
}
