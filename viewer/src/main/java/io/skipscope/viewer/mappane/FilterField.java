package io.skipscope.viewer.mappane;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.util.function.Consumer;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Where the user types which maps to show. */
final class FilterField extends JTextField {
  private static final int WIDTH = 170;
  private static final int LEAST_WIDTH = 90;

  private boolean following;

  FilterField(Consumer<String> onFilter) {
    setName("maps.filter");
    setToolTipText(Text.of("maps.filter.tooltip"));
    getAccessibleContext().setAccessibleName(Command.FILTER_MAPS.label());
    putClientProperty("JTextField.placeholderText", Text.of("maps.filter"));
    putClientProperty("JTextField.showClearButton", true);
    setTransferHandler(null);
    getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                typed();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                typed();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                typed();
              }

              private void typed() {
                if (!following) {
                  onFilter.accept(getText().strip());
                }
              }
            });
  }

  /** Shows a filter, unless it is what the user has typed. */
  void follow(String text) {
    if (!getText().strip().equals(text)) {
      following = true;
      setText(text);
      following = false;
    }
  }

  void outline(boolean understood) {
    putClientProperty("JComponent.outline", understood ? null : "error");
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Theme.scaled(WIDTH), super.getPreferredSize().height);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Theme.scaled(LEAST_WIDTH), super.getMinimumSize().height);
  }

  @Override
  public Dimension getMaximumSize() {
    return getPreferredSize();
  }
}
