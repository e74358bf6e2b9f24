package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.app.Places.Place;
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
import io.skipscope.viewer.theme.Theme;
import io.skipscope.viewer.timelinepane.TimelinePane;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;

/**
 * All that the window shows, and what keys and menus do, in a root pane that needs no window: the
 * network on the left, the card in the middle, the answer on the right.
 *
 * <p>Made part by part, each in an event of its own: there are some hundred components, which
 * together would keep the window from answering for longer than a second. Event thread.
 */
final class WindowContent {
  private final JRootPane root;
  private final StateStore store;
  private final Controller controller;
  private final Runnable quit;
  private final Places places;
  private final ActionTable actions = new ActionTable();
  private final Menus menus;
  private final OpenMenus openMenus;
  private final StripWalk walk;
  private final FileOpener opener;
  private final Spreads spreads;
  private final LiveActions live;
  private NetPane network;
  private CentrePane centre;

  /**
   * Makes the places of all panes, and the titles of all menus.
   *
   * @param root gets the content
   * @param width of the window that the root pane will have, in logical pixels
   * @param quit closes the window
   */
  WindowContent(
      JRootPane root,
      int width,
      Runnable quit,
      StateStore store,
      Controller controller,
      Worker worker) {
    this.root = root;
    this.quit = quit;
    this.store = store;
    this.controller = controller;
    places = new Places(width);
    walk = new StripWalk(store, controller);
    opener = new FileOpener(controller, walk);
    openMenus = new OpenMenus(actions, controller);
    menus = new Menus(store, controller, actions, openMenus);
    spreads = new Spreads(store, worker);
    live = new LiveActions(root, store, controller);
    root.setJMenuBar(menus.bar());
    root.setContentPane(places);
  }

  /**
   * What makes the panes, and then lets keys and drops reach them: first what sets the places'
   * sizes, so that nothing is laid out twice.
   */
  List<Step> paneSteps() {
    return Stream.of(
            Stream.of(new Step("actions", this::addActions)),
            pane(Place.TOOLS, () -> new ToolStrip(store, controller, actions, openMenus)),
            pane(Place.MESSAGE, () -> new MessageBar(store)),
            pane(Place.PROGRESS, () -> new ProgressStrip(store, actions.get(Command.CANCEL))),
            pane(Place.NETWORK, this::network),
            Stream.of(new Step("focus", () -> network.focusView())),
            pane(Place.CHANGES, this::changes),
            pane(Place.NUMBERS, () -> new NumberPane(store)),
            pane(Place.CARD, this::card),
            pane(Place.RESULT, this::result),
            Stream.of(
                new Step("comparison", () -> centre.addComparison()),
                new Step("maps", () -> centre.addMaps()),
                new Step("channels", () -> centre.addUnits())),
            pane(Place.TIMELINE, () -> new TimelinePane(store, actions, controller::selectBlock)),
            pane(Place.FILM, () -> new FilmPane(store, actions, walk::choose)),
            Stream.of(new Step("keys", this::listen)))
        .flatMap(steps -> steps)
        .toList();
  }

  /** Makes a pane in one step, and lays it out in its place in another. */
  private Stream<Step> pane(Place place, Supplier<JComponent> making) {
    AtomicReference<JComponent> made = new AtomicReference<>();
    return Stream.of(
        new Step("making " + place, () -> made.set(making.get())),
        new Step("placing " + place, () -> places.put(place, made.get())));
  }

  /** What fills the menus, once the panes have said what their commands do. */
  List<Step> menuSteps() {
    return menus.steps();
  }

  private void addActions() {
    new Actions(root, quit, store, controller).addTo(actions);
    spreads.addTo(actions, root);
    new InputActions(root, opener, walk).addTo(actions);
    live.addTo(actions);
    new FeedActions(root, store, controller).addTo(actions);
  }

  private NetPane network() {
    network =
        new NetPane(
            store,
            controller::selectBlock,
            operator -> controller.showMaps(c -> c.withOpen(true).withValue(operator)));
    network.addTo(actions);
    return network;
  }

  private ChangeStrip changes() {
    ChangeStrip changes = new ChangeStrip(store, actions, controller::change);
    spreads.enableUndo(actions);
    return changes;
  }

  private CentrePane card() {
    centre = new CentrePane(store, controller, actions);
    new ExportActions(root, controller).addTo(actions, centre::exportable, network::exportable);
    return centre;
  }

  private JScrollPane result() {
    JScrollPane result = ScrollPanes.of(new ResultPane(store));
    result.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    // The picture's height follows the width, which must not depend on the height in turn.
    result.setVerticalScrollBarPolicy(JScrollPane.VERTICAL_SCROLLBAR_ALWAYS);
    result.setName("result");
    return result;
  }

  private void listen() {
    actions.bindTo(root);
    root.setTransferHandler(new DropHandler(opener));
    store.addListener(this::changed);
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.contains(ViewerChange.KEYS)) {
      actions.follow(new KeyMap(state.keys()));
    }
    if (changes.contains(ViewerChange.WINDOW_ZOOM)) {
      Theme.zoom(state.windowZoom(), places::sizePanes);
    }
  }

  /** What runs the network on several devices. */
  Spreads spreads() {
    return spreads;
  }

  /** Ends what would go on without a window. */
  void stop() {
    live.stop();
  }
}
