package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.canvas.ScrollPanes;
import io.skipscope.viewer.changepane.ChangeStrip;
import io.skipscope.viewer.filmpane.FilmPane;
import io.skipscope.viewer.graphpane.NetPane;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.numberpane.NumberPane;
import io.skipscope.viewer.resultpane.ResultPane;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import io.skipscope.viewer.timelinepane.TimelinePane;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;

/** The window: the network on the left, the card in the middle, the answer on the right. */
final class MainWindow extends JFrame {
  private static final int NETWORK_WIDTH = 376;
  private static final int RESULT_WIDTH = 270;
  private static final double NETWORK_SHARE = 0.3;
  private static final double RESULT_SHARE = 0.25;

  private final ActionTable actions;
  private final Spreads spreads;
  private JScrollPane result;
  private JSplitPane split;

  MainWindow(StateStore store, Controller controller, Worker worker) {
    super(Text.of("app.title"));
    NetPane network =
        new NetPane(
            store,
            controller::selectBlock,
            operator -> controller.showMaps(c -> c.withOpen(true).withValue(operator)));
    setName("main");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    StripWalk walk = new StripWalk(store, controller);
    FileOpener opener = new FileOpener(controller, walk);
    actions = new Actions(this, store, controller).table();
    spreads = new Spreads(store, worker);
    spreads.addTo(actions, this);
    new InputActions(this, opener, walk).addTo(actions);
    LiveActions live = new LiveActions(this, store, controller);
    live.addTo(actions);
    new FeedActions(this, store, controller).addTo(actions);
    CentrePane centre = new CentrePane(store, controller, actions);
    network.addTo(actions);
    new ExportActions(this, controller).addTo(actions, centre::exportable, network::exportable);
    OpenMenus menus = new OpenMenus(actions, controller);
    setJMenuBar(Menus.bar(store, controller, actions, menus));
    add(top(store, controller, actions, menus), BorderLayout.NORTH);
    ChangeStrip changes = new ChangeStrip(store, actions, controller::change);
    spreads.enableUndo(actions);
    add(middle(store, network, centre, changes), BorderLayout.CENTER);
    JPanel bottom = new JPanel(new BorderLayout());
    bottom.add(new TimelinePane(store, actions, controller::selectBlock), BorderLayout.NORTH);
    bottom.add(new FilmPane(store, actions, walk::choose), BorderLayout.CENTER);
    bottom.add(new ProgressStrip(store, actions.get(Command.CANCEL)), BorderLayout.SOUTH);
    add(bottom, BorderLayout.SOUTH);
    actions.bindTo(getRootPane());
    getRootPane().setTransferHandler(new DropHandler(opener));
    setMinimumSize(new Dimension(900, 560));
    setSize(startSize());
    setLocationRelativeTo(null);
    store.addListener(this::changed);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowOpened(WindowEvent event) {
            network.focusView();
          }

          @Override
          public void windowClosed(WindowEvent event) {
            live.stop();
          }
        });
  }

  /** What runs the network on several devices. */
  Spreads spreads() {
    return spreads;
  }

  /** Most of the screen, so that the card's maps are large. */
  private static Dimension startSize() {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    return new Dimension(
        Math.min(1760, (int) (screen.width * 0.97)), Math.min(1100, (int) (screen.height * 0.97)));
  }

  private static JComponent top(
      StateStore store, Controller controller, ActionTable actions, OpenMenus menus) {
    JPanel top = new JPanel(new BorderLayout());
    top.add(new ToolStrip(store, controller, actions, menus), BorderLayout.NORTH);
    top.add(new MessageBar(store), BorderLayout.SOUTH);
    return top;
  }

  private JComponent middle(
      StateStore store, NetPane network, CentrePane shown, ChangeStrip changes) {
    JPanel centre = new JPanel(new BorderLayout());
    centre.add(shown, BorderLayout.CENTER);
    JPanel below = new JPanel(new BorderLayout());
    below.add(new NumberPane(store), BorderLayout.CENTER);
    below.add(changes, BorderLayout.SOUTH);
    centre.add(below, BorderLayout.SOUTH);
    centre.setMinimumSize(new Dimension(0, 0));
    result = ScrollPanes.of(new ResultPane(store));
    result.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    // The picture's height follows the width, which must not depend on the height in turn.
    result.setVerticalScrollBarPolicy(JScrollPane.VERTICAL_SCROLLBAR_ALWAYS);
    result.setName("result");
    JSplitPane right = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, centre, result);
    right.setResizeWeight(1);
    split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, network, right);
    sizePanes();
    return split;
  }

  private void sizePanes() {
    split.setDividerLocation(sideWidth(NETWORK_WIDTH, NETWORK_SHARE));
    Dimension width = new Dimension(sideWidth(RESULT_WIDTH, RESULT_SHARE), 0);
    result.setPreferredSize(width);
    // A window that shrinks takes the width from the card, and gives it back there.
    result.setMinimumSize(width);
    JSplitPane right = (JSplitPane) split.getRightComponent();
    if (right.getWidth() > 0) {
      split.validate();
      right.setDividerLocation(right.getWidth() - right.getDividerSize() - width.width);
    }
  }

  /** However large the text is, the card has most of the window. */
  private int sideWidth(int usual, double share) {
    int window = getWidth() > 0 ? getWidth() : startSize().width;
    return Math.min(Theme.scaled(usual), (int) (share * window));
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.contains(ViewerChange.MODEL)) {
      setTitle(
          state.model() == null
              ? Text.of("app.title")
              : Text.of("app.titleWithModel", state.model().name()));
    }
    if (changes.contains(ViewerChange.THEME)) {
      Theme.change(state.look());
    }
    if (changes.contains(ViewerChange.KEYS)) {
      actions.follow(new KeyMap(state.keys()));
    }
    if (changes.contains(ViewerChange.WINDOW_ZOOM)) {
      Theme.zoom(state.windowZoom(), this::sizePanes);
    }
  }
}
