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
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Mean, std and size to be typed in; what cannot be taken is outlined. Event thread. */
final class InputForm extends JPanel {
  private static final int COLUMNS = 20;
  private static final int LARGEST = 2048;

  private final int channels;
  private final JTextField mean;
  private final JTextField std;
  private final JTextField size;

  /**
   * @param spec shown at first
   */
  InputForm(InputSpec spec) {
    super(new GridLayout(0, 1, 0, 4));
    channels = spec.channels();
    mean = field("input.mean", text(spec.mean()));
    std = field("input.std", text(spec.std()));
    size = field("input.size", spec.height() + " " + spec.width());
    add(new JLabel(Text.of("input.how")));
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
  static Optional<InputChoice> ask(Component parent, InputSpec spec) {
    InputForm form = new InputForm(spec);
    Optional<InputChoice> choice = Optional.empty();
    while (choice.isEmpty() && form.confirmed(parent)) {
      choice = form.choice();
    }
    return choice;
  }

  private boolean confirmed(Component parent) {
    return JOptionPane.showConfirmDialog(
            parent,
            this,
            Text.of("input.form"),
            JOptionPane.OK_CANCEL_OPTION,
            JOptionPane.PLAIN_MESSAGE)
        == JOptionPane.OK_OPTION;
  }

  /** What is typed in; empty if some of it cannot be taken. */
  Optional<InputChoice> choice() {
    List<Float> means = numbers(mean);
    List<Float> stds = numbers(std);
    List<Float> sides = numbers(size);
    boolean right = outline(mean, isPerChannel(means));
    right &= outline(std, isPerChannel(stds) && stds.stream().allMatch(s -> s > 0));
    right &= outline(size, isSize(sides));
    return right
        ? Optional.of(
            InputChoice.AS_OPENED
                .withOwn(means, stds)
                .withSize(sides.get(0).intValue(), sides.get(1).intValue()))
        : Optional.empty();
  }

  private boolean isPerChannel(List<Float> numbers) {
    return numbers.size() == 1 || numbers.size() == channels;
  }

  private static boolean isSize(List<Float> sides) {
    return sides.size() == 2
        && sides.stream().allMatch(s -> s >= 1 && s <= LARGEST && s == Math.rint(s));
  }

  private static boolean outline(JTextField field, boolean right) {
    field.putClientProperty("JComponent.outline", right ? null : "error");
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
