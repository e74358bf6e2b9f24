package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** One line beneath the toolbar: an error or a hint, until it is dismissed. */
final class MessageBar extends JPanel {
  private final JLabel text = new JLabel();
  private final JButton dismiss = new JButton();

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
          }
        });
  }

  private void show(Message message) {
    setVisible(message != null);
    if (message != null) {
      text.setText(message.text());
      text.setToolTipText(message.text());
      text.getAccessibleContext().setAccessibleName(message.text());
      boolean error = message.kind() == Message.Kind.ERROR;
      Theme.color(this, "background", error ? "error" : "hint");
      Theme.color(text, "foreground", error ? "errorText" : "hintText");
    }
  }
}
