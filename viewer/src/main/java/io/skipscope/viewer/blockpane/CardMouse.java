package io.skipscope.viewer.blockpane;

import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.layout.TileGrid;
import io.skipscope.viewer.render.CardScene;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.StateStore;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/**
 * Pointing at a map links its place in all tiles; a click selects its channel and enlarges it; a
 * click on a title shows all maps of that value.
 */
final class CardMouse extends MouseAdapter {
  private final CardView view;
  private final StateStore store;
  private final Consumer<String> onTitle;

  CardMouse(CardView view, StateStore store, Consumer<String> onTitle) {
    this.view = view;
    this.store = store;
    this.onTitle = onTitle;
  }

  @Override
  public void mouseMoved(MouseEvent event) {
    point(pointerAt(event));
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    point(pointerAt(event));
  }

  @Override
  public void mouseExited(MouseEvent event) {
    point(Optional.empty());
  }

  @Override
  public void mousePressed(MouseEvent event) {
    view.requestFocusInWindow();
    if (!SwingUtilities.isLeftMouseButton(event)) {
      return;
    }
    view.scene()
        .flatMap(scene -> scene.geometry().titleAt(event.getX(), event.getY()))
        .ifPresent(tile -> onTitle.accept(tile.step().valueName()));
    pointerAt(event)
        .ifPresent(
            pointer ->
                store.update(
                    s ->
                        s.with()
                            .channel(pointer.channel())
                            .enlarged(!s.enlarged() || pointer.channel() != s.channel())
                            .build()));
  }

  private void point(Optional<Pointer> pointer) {
    store.update(s -> s.with().pointer(pointer.orElse(null)).build());
  }

  private Optional<Pointer> pointerAt(MouseEvent event) {
    return view.scene().flatMap(scene -> pointerAt(scene, event.getX() + 0.5, event.getY() + 0.5));
  }

  private static Optional<Pointer> pointerAt(CardScene scene, double x, double y) {
    Optional<Tile> tile = scene.geometry().tileAt(x, y);
    if (tile.isEmpty()) {
      return Optional.empty();
    }
    TileGrid grid = scene.grid(tile.get());
    int channel = grid.channelAt(x, y);
    return channel < 0
        ? Optional.empty()
        : Optional.of(
            new Pointer(tile.get().step().tap(), channel, grid.acrossAt(x), grid.downAt(y)));
  }
}
