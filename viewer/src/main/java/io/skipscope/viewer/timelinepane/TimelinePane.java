package io.skipscope.viewer.timelinepane;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.render.SpreadWords;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToolBar;

/**
 * What each of several devices did when, with the plan and its times in words. Hidden until a
 * network has run on several devices.
 */
public final class TimelinePane extends JPanel {
  private static final int GAP = 8;
  private static final int MARGIN = 12;

  private final JLabel title = label("timeline.title");
  private final JLabel devices = label("timeline.devices");
  private final TimelineView view;

  /**
   * @param onSelect told of the block that the user selects
   */
  public TimelinePane(StateStore store, ActionTable actions, IntConsumer onSelect) {
    super(new BorderLayout());
    view = new TimelineView(onSelect);
    setName("timeline");
    setBorder(BorderFactory.createEmptyBorder(0, MARGIN, GAP / 2, GAP));
    setVisible(false);
    add(header(actions), BorderLayout.NORTH);
    add(view, BorderLayout.CENTER);
    add(devices, BorderLayout.SOUTH);
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.SPREAD)) {
            show(state.spread());
          }
        });
  }

  private static JLabel label(String name) {
    JLabel label = new JLabel(" ");
    label.setName(name);
    label.putClientProperty("FlatLaf.styleClass", "small");
    return label;
  }

  private JPanel header(ActionTable actions) {
    JButton save = button(actions, Command.SAVE_TRACE, "timeline.save");
    save.setText(Text.of("spread.save"));
    JButton close = button(actions, Command.CLOSE_TIMELINE, "timeline.close");
    close.setHideActionText(true);
    close.setIcon(Theme.icon("close"));
    JToolBar buttons = new JToolBar();
    buttons.setFloatable(false);
    buttons.add(save);
    buttons.add(close);
    JPanel header = new JPanel(new BorderLayout(GAP, 0));
    header.add(title, BorderLayout.CENTER);
    header.add(buttons, BorderLayout.EAST);
    return header;
  }

  private static JButton button(ActionTable actions, Command command, String name) {
    JButton button = new JButton(actions.get(command));
    button.setName(name);
    button.getAccessibleContext().setAccessibleName(command.label());
    Focus.byTabOnly(button);
    return button;
  }

  private void show(Spread spread) {
    view.show(spread);
    if (spread != null) {
      words(title, SpreadWords.title(spread));
      words(devices, SpreadWords.devices(spread));
    }
    setVisible(spread != null);
  }

  /** The tooltip has what the width may cut. */
  private static void words(JLabel label, String words) {
    label.setText(words);
    label.setToolTipText(words);
  }
}
