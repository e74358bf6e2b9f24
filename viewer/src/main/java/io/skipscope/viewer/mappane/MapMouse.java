package io.skipscope.viewer.mappane;

import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.StateStore;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;

/** Pointing reads a number, a click selects, a second one enlarges, Ctrl and the wheel zoom. */
final class MapMouse extends MouseAdapter {
  private final MapView view;
  private final StateStore store;

  MapMouse(MapView view, StateStore store) {
    this.view = view;
    this.store = store;
  }

  @Override
  public void mouseMoved(MouseEvent event) {
    point(view.pointerAt(event.getX() + 0.5, event.getY() + 0.5));
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    mouseMoved(event);
  }

  @Override
  public void mouseExited(MouseEvent event) {
    point(Optional.empty());
  }

  private void point(Optional<Pointer> pointer) {
    store.update(s -> s.with().pointer(pointer.orElse(null)).build());
  }

  @Override
  public void mousePressed(MouseEvent event) {
    view.requestFocusInWindow();
    if (SwingUtilities.isLeftMouseButton(event)) {
      view.pointerAt(event.getX() + 0.5, event.getY() + 0.5)
          .ifPresent(pointer -> select(pointer.channel(), event.getClickCount() == 2));
    }
  }

  private void select(int channel, boolean twice) {
    store.update(s -> s.with().channel(channel).enlarged(twice != s.enlarged()).build());
  }

  @Override
  public void mouseWheelMoved(MouseWheelEvent event) {
    if (event.isControlDown()) {
      view.zoomAround(event.getPoint(), -event.getPreciseWheelRotation());
    } else {
      Rectangle visible = view.getVisibleRect();
      visible.translate(0, (int) (event.getPreciseWheelRotation() * view.wheelStep()));
      view.scrollRectToVisible(visible);
    }
  }
}
