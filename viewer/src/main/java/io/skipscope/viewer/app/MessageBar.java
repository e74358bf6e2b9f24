package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import java.awt.Color;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** One line beneath the toolbar: an error or a hint, until it is dismissed. */
final class MessageBar extends JPanel {
  private final JLabel text = new JLabel();
  private final JButton dismiss = new JButton();
  private Message shown;

  MessageBar(StateStore store) {
    super(new BorderLayout(8, 0));
    setName("message");
    setBorder(BorderFactory.createEmptyBorder(4, 12, 4, 6));
    text.setName("message.text");
    add(text, BorderLayout.CENTER);
    dismiss.setName("message.dismiss");
    dismiss.setIcon(Theme.icon("close"));
    dismiss.getAccessibleContext().setAccessibleName(Text.of("message.dismiss.name"));
    dismiss.putClientProperty("JButton.buttonType", "toolBarButton");
    dismiss.addActionListener(e -> store.update(s -> s.with().message(null).build()));
    add(dismiss, BorderLayout.EAST);
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.KEYS)) {
            String key = new KeyMap(state.keys()).text(Command.BACK);
            dismiss.setToolTipText(Text.of("message.dismiss", key));
          }
          if (changes.contains(ViewerChange.MESSAGE)) {
            show(state.message());
          } else if (changes.contains(ViewerChange.THEME)) {
            paintIn(shown);
          }
        });
  }

  private void show(Message message) {
    shown = message;
    setVisible(message != null);
    if (message != null) {
      text.setText(message.text());
      text.setToolTipText(message.text());
      text.getAccessibleContext().setAccessibleName(message.text());
    }
    paintIn(message);
  }

  private void paintIn(Message message) {
    if (message != null) {
      boolean error = message.kind() == Message.Kind.ERROR;
      Color background = Theme.color(error ? "error" : "hint");
      setBackground(background);
      text.setForeground(Theme.color(error ? "errorText" : "hintText"));
    }
  }
}
