package io.skipscope.viewer.resultpane;

import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** A name and, beside it, a text that wraps. */
final class FactLine extends JPanel {
  private static final int NAME_WIDTH = 62;

  private final JTextArea text = new JTextArea();

  FactLine(String key) {
    super(new BorderLayout(8, 0));
    setName(key);
    JLabel name = new JLabel(Text.of(key));
    name.setVerticalAlignment(JLabel.TOP);
    name.setPreferredSize(new Dimension(NAME_WIDTH, name.getPreferredSize().height));
    add(name, BorderLayout.WEST);
    text.setEditable(false);
    text.setFocusable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setOpaque(false);
    text.setBorder(null);
    text.setFont(Theme.font());
    text.getAccessibleContext().setAccessibleName(Text.of(key));
    add(text, BorderLayout.CENTER);
    name.setLabelFor(text);
  }

  void show(String value) {
    text.setText(value);
  }

  String shown() {
    return text.getText();
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
