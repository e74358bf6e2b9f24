package io.skipscope.viewer.filmpane;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.ScrollPanes;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** A strip of small pictures to walk through, with what the current one is; hidden without one. */
public final class FilmPane extends JPanel {
  private final StateStore store;
  private final FilmView view;
  private final JLabel title = new JLabel(" ");

  /**
   * @param onChoose told the index of the frame that the user wants, which may be out of range
   */
  public FilmPane(StateStore store, ActionTable actions, IntConsumer onChoose) {
    super(new BorderLayout());
    this.store = store;
    view = new FilmView(onChoose, () -> showTitle(store.state().filmStrip()));
    setBorder(BorderFactory.createEmptyBorder(4, 12, 0, 6));
    add(header(actions), BorderLayout.NORTH);
    JScrollPane scroll = ScrollPanes.of(view);
    scroll.setVerticalScrollBarPolicy(JScrollPane.VERTICAL_SCROLLBAR_NEVER);
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_ALWAYS);
    scroll.setWheelScrollingEnabled(false);
    add(scroll, BorderLayout.CENTER);
    store.addListener(this::changed);
  }

  private JPanel header(ActionTable actions) {
    title.setName("strip.title");
    title.putClientProperty("FlatLaf.styleClass", "small");
    JButton close = new JButton(actions.get(Command.CLOSE_STRIP));
    close.setName("strip.close");
    close.setHideActionText(true);
    close.setIcon(Theme.icon("close"));
    close.putClientProperty("JButton.buttonType", "toolBarButton");
    close.getAccessibleContext().setAccessibleName(Command.CLOSE_STRIP.label());
    Focus.byTabOnly(close);
    JPanel header = new JPanel(new BorderLayout(8, 0));
    header.add(title, BorderLayout.CENTER);
    header.add(close, BorderLayout.EAST);
    return header;
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.contains(ViewerChange.FILM_STRIP)) {
      setVisible(state.filmStrip() != null);
      view.show(state.filmStrip());
      showTitle(state.filmStrip());
    }
  }

  private void showTitle(FilmStrip strip) {
    if (strip == null) {
      title.setText(" ");
      return;
    }
    String place = Text.of("strip.place", strip.current() + 1, strip.frames().size());
    String problem = view.problem(strip.current());
    String current = problem.isEmpty() ? title(strip.currentFrame()) : problem;
    title.setText(Text.of("strip.title", strip.name(), place, current));
    title.setToolTipText(title.getText());
    Theme.color(title, "foreground", problem.isEmpty() ? "text" : "errorText");
  }

  /** What a frame is called: its name, and its label where known. */
  static String title(FilmStrip.Frame frame) {
    return frame.label().isEmpty()
        ? frame.name()
        : Text.of("strip.labelled", frame.name(), frame.label());
  }
}
