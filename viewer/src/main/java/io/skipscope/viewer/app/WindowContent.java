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
  List<Runnable> paneSteps() {
    return List.of(
        this::addActions,
        () -> places.put(Place.TOOLS, new ToolStrip(store, controller, actions, openMenus)),
        () -> places.put(Place.MESSAGE, new MessageBar(store)),
        () -> places.put(Place.PROGRESS, new ProgressStrip(store, actions.get(Command.CANCEL))),
        this::addNetwork,
        this::addChanges,
        () -> places.put(Place.NUMBERS, new NumberPane(store)),
        this::addCard,
        () -> places.put(Place.RESULT, result()),
        () -> centre.addComparison(),
        () -> centre.addMaps(),
        () -> centre.addUnits(),
        () ->
            places.put(
                Place.TIMELINE, new TimelinePane(store, actions, controller::selectBlock)),
        () -> places.put(Place.FILM, new FilmPane(store, actions, walk::choose)),
        this::listen);
  }

  /** What fills the menus, once the panes have said what their commands do. */
  List<Runnable> menuSteps() {
    return menus.steps();
  }

  private void addActions() {
    new Actions(root, quit, store, controller).addTo(actions);
    spreads.addTo(actions, root);
    new InputActions(root, opener, walk).addTo(actions);
    live.addTo(actions);
    new FeedActions(root, store, controller).addTo(actions);
  }

  private void addNetwork() {
    network =
        new NetPane(
            store,
            controller::selectBlock,
            operator -> controller.showMaps(c -> c.withOpen(true).withValue(operator)));
    network.addTo(actions);
    places.put(Place.NETWORK, network);
    focusNetwork();
  }

  private void addChanges() {
    ChangeStrip changes = new ChangeStrip(store, actions, controller::change);
    spreads.enableUndo(actions);
    places.put(Place.CHANGES, changes);
  }

  private void addCard() {
    centre = new CentrePane(store, controller, actions);
    new ExportActions(root, controller)
        .addTo(actions, centre::exportable, network::exportable);
    places.put(Place.CARD, centre);
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

  /** Lets the arrow keys walk through the network, if that is there yet. */
  void focusNetwork() {
    if (network != null) {
      network.focusView();
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
