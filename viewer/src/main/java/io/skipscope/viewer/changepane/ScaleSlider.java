package io.skipscope.viewer.changepane;

import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.util.Locale;
import java.util.function.BiConsumer;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

/** A factor between 0 and 2 with its number. */
final class ScaleSlider extends JPanel {
  private static final int STEPS = 20;
  private static final int WIDTH = 80;
  private static final int NARROW = 46;

  private final JSlider slider = new JSlider(0, 2 * STEPS, STEPS);
  private final JLabel number = new FactorLabel();
  private boolean following;
  private boolean moving;

  /**
   * @param onMove gets the factor, and whether the slider was being moved already
   */
  ScaleSlider(String key, BiConsumer<Float, Boolean> onMove) {
    setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
    JLabel name = new JLabel(Text.of(key));
    name.setLabelFor(slider);
    slider.setName(key);
    slider.setToolTipText(Text.of(key + ".tooltip"));
    slider.getAccessibleContext().setAccessibleName(Text.of(key + ".tooltip"));
    narrow(false);
    add(name);
    add(slider);
    add(Box.createHorizontalStrut(4));
    add(number);
    slider.addChangeListener(
        event -> {
          write();
          if (!following) {
            onMove.accept(slider.getValue() / (float) STEPS, moving);
            moving = slider.getValueIsAdjusting();
          }
        });
  }

  /** As wide as any factor, so that nothing moves when it changes. */
  private static final class FactorLabel extends JLabel {
    @Override
    public Dimension getPreferredSize() {
      FontMetrics metrics = getFontMetrics(getFont());
      return new Dimension(metrics.stringWidth("0.000"), metrics.getHeight());
    }

    /** Another text would have the whole window laid out anew, in which nothing moves. */
    @Override
    public void revalidate() {
      if (getFont() == null || getWidth() != getPreferredSize().width) {
        super.revalidate();
      }
    }
  }

  /** Takes less room, or the usual. */
  void narrow(boolean narrow) {
    slider.setPreferredSize(null);
    slider.setPreferredSize(new Dimension(width(narrow), slider.getPreferredSize().height));
    slider.setMaximumSize(slider.getPreferredSize());
  }

  /** How much wider it usually is. */
  int lackingWidth() {
    return width(false) - slider.getPreferredSize().width;
  }

  private static int width(boolean narrow) {
    return Theme.scaled(narrow ? NARROW : WIDTH);
  }

  /** Shows a factor, unless the user is moving the slider. */
  void follow(float scale, boolean enabled) {
    slider.setEnabled(enabled);
    if (!slider.getValueIsAdjusting()) {
      following = true;
      slider.setValue(Math.round(scale * STEPS));
      following = false;
    }
    write();
  }

  private void write() {
    number.setText(String.format(Locale.ROOT, "%.2f", slider.getValue() / (double) STEPS));
    number.setEnabled(slider.isEnabled());
  }
}
