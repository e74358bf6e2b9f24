package io.skipscope.viewer.mappane;

import io.skipscope.job.DaemonThreads;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.canvas.ScrollPanes;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import java.awt.BorderLayout;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.JPanel;

/**
 * All maps of one value, or all filters of one layer: controls, the maps, and what the selected one
 * holds.
 */
public final class MapsPane extends JPanel {
  private static final Set<ViewerChange> PREPARED =
      EnumSet.of(
          ViewerChange.RUN,
          ViewerChange.COMPARISON,
          ViewerChange.UNITS,
          ViewerChange.MAPS,
          ViewerChange.COLOR_MAP);
  private static final Set<ViewerChange> LAYER = EnumSet.of(ViewerChange.MODEL, ViewerChange.BLOCK);
  private static final Set<ViewerChange> SEEN =
      EnumSet.of(ViewerChange.CHANNEL, ViewerChange.POINTER, ViewerChange.THEME, ViewerChange.MAPS);

  private final MapView view;
  private final MapFacts facts = new MapFacts();
  private final WeightCaption caption = new WeightCaption();
  private final MapsStrip strip;
  private final MapsPreparer preparer;
  private final StateStore store;
  private PreparedMaps maps;

  /**
   * @param change changes what the pane shows, and runs where a new value needs it
   */
  public MapsPane(
      StateStore store, ActionTable actions, Consumer<UnaryOperator<MapsChoice>> change) {
    super(new BorderLayout());
    setName("maps");
    this.store = store;
    ExecutorService thread = DaemonThreads.single("skipscope-maps");
    view = new MapView(store, thread);
    strip = new MapsStrip(change);
    preparer = new MapsPreparer(thread, this::show);
    new MapsActions(store, change, view, strip).addTo(actions);
    strip.fill(actions);
    add(strip, BorderLayout.NORTH);
    add(ScrollPanes.of(view), BorderLayout.CENTER);
    add(facts, BorderLayout.EAST);
    add(caption, BorderLayout.SOUTH);
    store.addListener(this::changed);
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (!state.maps().open()) {
      return;
    }
    boolean otherLayer = state.maps().weights() && changes.stream().anyMatch(LAYER::contains);
    boolean prepare = otherLayer || changes.stream().anyMatch(PREPARED::contains);
    if (prepare) {
      preparer.prepare(state);
    }
    if (prepare || changes.contains(ViewerChange.CHANNEL)) {
      strip.follow(state);
    }
    if (changes.contains(ViewerChange.ENLARGED) || changes.contains(ViewerChange.MAPS)) {
      view.revalidate();
      view.repaint();
    }
    boolean waiting = maps == null && changes.contains(ViewerChange.PROGRESS);
    if (changes.contains(ViewerChange.THEME)) {
      caption.repaint();
    }
    if (waiting || changes.stream().anyMatch(SEEN::contains)) {
      facts.show(maps, state);
      view.repaint();
    }
  }

  private void show(PreparedMaps prepared) {
    maps = prepared;
    strip.show(prepared);
    view.show(prepared);
    facts.show(prepared, store.state());
    caption.show(prepared);
  }

  /** The maps as they are on the screen now; null while there are none. */
  public PreparedMaps maps() {
    return maps;
  }

  /** What is shown, to be kept; empty while there are no maps. */
  public Optional<Exportable> exportable() {
    return view.exportable();
  }

  public void zoomIn() {
    view.zoomIn();
  }

  public void zoomOut() {
    view.zoomOut();
  }

  /** Selects the map some places further in the order that is shown. */
  public void move(int places) {
    view.move(places);
  }

  /** Points at a number this many columns and rows from the one before. */
  public void point(int columns, int rows) {
    view.point(columns, rows);
  }

  /** Points at the same place of the map some places further in the order that is shown. */
  public void pointAtMap(int places) {
    view.pointAtMap(places);
  }
}
