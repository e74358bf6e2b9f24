package io.skipscope.viewer.numberpane;

import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.render.ArithmeticPainter;
import io.skipscope.viewer.render.ArithmeticWords;
import io.skipscope.viewer.state.PointedNumber;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of the number that was pointed at last; it stays when the pointer leaves the maps, and
 * follows when the network is run again.
 */
public final class NumberPane extends Canvas {
  private Pointer last;
  private Optional<PointedNumber> shown = Optional.empty();

  public NumberPane(StateStore store) {
    setName("number");
    describe(Text.of("number.name"), Text.of("number.hint"));
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            // Narrower words take more lines.
            revalidate();
          }
        });
    store.addListener(this::changed);
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (state.pointer() != null) {
      last = state.pointer();
    }
    if (changes.contains(ViewerChange.ARITHMETIC)) {
      setVisible(state.arithmetic());
    }
    boolean other =
        changes.contains(ViewerChange.POINTER)
            || changes.contains(ViewerChange.RUN)
            || changes.contains(ViewerChange.ARITHMETIC);
    if (state.arithmetic() && other) {
      shown = PointedNumber.of(state.run(), last);
      describe(
          Text.of("number.name"),
          shown.map(ArithmeticWords::spoken).orElseGet(() -> Text.of("number.hint")));
      repaint();
    }
    if (changes.contains(ViewerChange.THEME)) {
      repaint();
    }
  }

  /** The number whose terms are in view. */
  public Optional<PointedNumber> shown() {
    return shown;
  }

  @Override
  public Dimension getPreferredSize() {
    double line = getFontMetrics(Theme.font()).getHeight();
    return new Dimension(0, (int) ArithmeticPainter.height(line, getWidth()));
  }

  @Override
  protected void draw(Graphics2D g) {
    g.setColor(Theme.color("card"));
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setColor(Theme.color("tile"));
    g.fillRect(0, 0, getWidth(), 1);
    ArithmeticPainter painter =
        new ArithmeticPainter(g, Theme.palette(), new Rectangle(0, 0, getWidth(), getHeight()));
    shown.ifPresentOrElse(painter::paint, painter::hint);
  }
}
