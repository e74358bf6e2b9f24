package io.skipscope.viewer.graphpane;

import io.skipscope.viewer.layout.NetPart;
import io.skipscope.viewer.state.StateStore;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.SwingUtilities;

/** A click selects, a double click folds, a drag moves the drawing, Ctrl and the wheel zoom it. */
final class NetMouse extends MouseAdapter {
  private final NetView view;
  private final StateStore store;
  private final IntConsumer onSelect;
  private final Consumer<String> onOperator;
  private Point grabbed;

  NetMouse(NetView view, StateStore store, IntConsumer onSelect, Consumer<String> onOperator) {
    this.view = view;
    this.store = store;
    this.onSelect = onSelect;
    this.onOperator = onOperator;
  }

  @Override
  public void mousePressed(MouseEvent event) {
    view.requestFocusInWindow();
    grabbed = event.getPoint();
  }

  @Override
  public void mouseClicked(MouseEvent event) {
    if (SwingUtilities.isLeftMouseButton(event)) {
      view.partAt(event.getX(), event.getY()).ifPresent(part -> clicked(part, event));
    }
  }

  private void clicked(NetPart part, MouseEvent event) {
    boolean stage = part.kind() == NetPart.Kind.STAGE || part.kind() == NetPart.Kind.HEADING;
    if (stage || (part.kind() == NetPart.Kind.BLOCK && event.getClickCount() == 2)) {
      store.update(s -> s.with().folds(s.folds().toggled(part.name())).build());
    } else if (part.kind() == NetPart.Kind.BLOCK) {
      onSelect.accept(part.block());
    } else if (part.kind() == NetPart.Kind.OPERATOR) {
      onOperator.accept(part.name());
    }
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    Rectangle visible = view.getVisibleRect();
    visible.translate(grabbed.x - event.getX(), grabbed.y - event.getY());
    view.scrollRectToVisible(visible);
  }

  @Override
  public void mouseWheelMoved(MouseWheelEvent event) {
    if (!event.isControlDown()) {
      view.getParent()
          .dispatchEvent(SwingUtilities.convertMouseEvent(view, event, view.getParent()));
    } else {
      view.zoomAround(event.getPoint(), -event.getPreciseWheelRotation());
    }
  }
}
