package io.skipscope.viewer.resultpane;

import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** A name and, beneath it, a text that wraps. */
final class FactLine extends JPanel {
  private final JTextArea text = new StillText();

  FactLine(String key) {
    super(new BorderLayout(0, 1));
    setName(key);
    JLabel name = new JLabel(Text.of(key));
    name.putClientProperty("FlatLaf.styleClass", "small");
    name.setEnabled(false);
    add(name, BorderLayout.NORTH);
    text.setEditable(false);
    text.setFocusable(false);
    // A drop onto the text is the window's affair.
    text.setTransferHandler(null);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setOpaque(false);
    text.setBorder(BorderFactory.createEmptyBorder());
    text.setFont(Theme.font());
    text.getAccessibleContext().setAccessibleName(Text.of(key));
    add(text, BorderLayout.CENTER);
    name.setLabelFor(text);
  }

  /** Stays where it is: a text area would scroll the pane around it to the end of a new text. */
  private static final class StillText extends JTextArea {
    @Override
    public void scrollRectToVisible(Rectangle area) {}
  }

  void show(String value) {
    // The same text again would be laid out and painted again.
    if (!value.equals(text.getText())) {
      text.setText(value);
    }
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (text != null) {
      text.setFont(Theme.font());
    }
  }

  @Override
  public Dimension getMaximumSize() {
    return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
  }
}
