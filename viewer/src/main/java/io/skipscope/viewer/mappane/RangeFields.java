package io.skipscope.viewer.mappane;

import io.skipscope.viewer.state.MapTone;
import io.skipscope.viewer.text.Text;
import java.util.function.BiConsumer;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Two numbers between which the user's own range lies; a wrong one is outlined. */
final class RangeFields extends JPanel {
  private static final int COLUMNS = 5;

  private final JTextField low = field("maps.low");
  private final JTextField high = field("maps.high");
  private final BiConsumer<Float, Float> onRange;

  RangeFields(BiConsumer<Float, Float> onRange) {
    this.onRange = onRange;
    setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
    add(low);
    add(new JLabel(" \u2013 "));
    add(high);
  }

  private JTextField field(String name) {
    JTextField field = new JTextField(COLUMNS);
    field.setName(name);
    field.setToolTipText(Text.of(name));
    field.getAccessibleContext().setAccessibleName(Text.of(name));
    field.setMaximumSize(field.getPreferredSize());
    field.addActionListener(event -> typed());
    return field;
  }

  private void typed() {
    float from = number(low);
    float to = number(high);
    boolean right = from < to;
    for (JTextField field : new JTextField[] {low, high}) {
      field.putClientProperty("JComponent.outline", right ? null : "error");
    }
    if (right) {
      onRange.accept(from, to);
    }
  }

  private static float number(JTextField field) {
    try {
      return Float.parseFloat(field.getText().strip().replace('\u2212', '-'));
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  void follow(MapTone tone) {
    if (!low.isFocusOwner() && !high.isFocusOwner()) {
      low.setText(String.valueOf(tone.low()));
      high.setText(String.valueOf(tone.high()));
    }
  }
}
