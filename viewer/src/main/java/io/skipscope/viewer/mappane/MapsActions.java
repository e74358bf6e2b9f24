package io.skipscope.viewer.mappane;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.state.MapOrder;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.state.WeightLayer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What can be done with the maps. */
final class MapsActions {
  private static final float GAMMA_STEP = 1.1892071f;

  private final StateStore store;
  private final Consumer<UnaryOperator<MapsChoice>> change;
  private final MapView view;
  private final MapsStrip strip;

  MapsActions(
      StateStore store, Consumer<UnaryOperator<MapsChoice>> change, MapView view, MapsStrip strip) {
    this.store = store;
    this.change = change;
    this.view = view;
    this.strip = strip;
  }

  void addTo(ActionTable table) {
    table
        .put(Command.SHOW_MAPS, () -> show(false))
        .put(Command.SHOW_WEIGHTS, () -> show(true))
        .put(Command.PREVIOUS_VALUE, () -> moveValue(-1))
        .put(Command.NEXT_VALUE, () -> moveValue(1))
        .put(Command.NEXT_ORDER, this::nextOrder)
        .put(Command.FILTER_MAPS, this::filter)
        .put(Command.PIN, this::pin)
        .put(Command.SMOOTH_MAPS, () -> change.accept(c -> c.withSmooth(!c.smooth())))
        .put(Command.OVERLAY, () -> change.accept(c -> c.withOverlay(!c.overlay())))
        .put(Command.MORE_GAMMA, () -> gamma(GAMMA_STEP))
        .put(Command.LESS_GAMMA, () -> gamma(1 / GAMMA_STEP));
  }

  /** Opens the maps or the weights, or closes them if they are open. */
  private void show(boolean weights) {
    change.accept(c -> c.open() && c.weights() == weights ? c.withOpen(false) : c.opened(weights));
  }

  private void filter() {
    change.accept(c -> c.withOpen(true));
    strip.focusFilter();
  }

  private void pin() {
    int channel = store.state().channel();
    change.accept(c -> c.withSelection(c.selection().togglePin(channel)));
  }

  private void gamma(float factor) {
    change.accept(c -> c.withTone(c.tone().withGamma(c.tone().gamma() * factor)));
  }

  private void nextOrder() {
    MapOrder[] all = MapOrder.values();
    change.accept(
        c -> {
          MapOrder next = all[(c.selection().order().ordinal() + 1) % all.length];
          return c.withSelection(c.selection().withOrder(next));
        });
  }

  private static List<Node> values(Graph graph) {
    return graph.nodes().stream().filter(n -> graph.shape(n.output()).rank() >= 2).toList();
  }

  private static List<Node> layers(Graph graph) {
    return WeightLayer.all(graph).stream().map(WeightLayer::node).toList();
  }

  /** The name of the value that is shown. */
  private static String value(ViewerState state) {
    String tap = state.maps().tap(state.model(), state.block());
    return state.selectedBlock().map(block -> block.taps().getOrDefault(tap, tap)).orElse(tap);
  }

  /** The name of the node whose weights are shown; empty without one. */
  private static String layer(ViewerState state) {
    return WeightLayer.shown(state.model(), state.block(), state.maps())
        .map(layer -> layer.node().name())
        .orElse("");
  }

  /** Shows the value that is computed some operators later or earlier, or such a layer. */
  private void moveValue(int step) {
    ViewerState state = store.state();
    if (state.model() == null) {
      return;
    }
    boolean weights = state.maps().weights();
    Graph graph = state.model().graph();
    List<Node> nodes = weights ? layers(graph) : values(graph);
    String value = weights ? layer(state) : value(state);
    for (int i = 0; i < nodes.size(); i++) {
      boolean shown = nodes.get(i).name().equals(value) || nodes.get(i).output().equals(value);
      if (shown && i + step >= 0 && i + step < nodes.size()) {
        String next = nodes.get(i + step).name();
        change.accept(c -> c.withOpen(true).withValue(next));
        return;
      }
    }
  }
}
