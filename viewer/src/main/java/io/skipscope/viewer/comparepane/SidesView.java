package io.skipscope.viewer.comparepane;

import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.render.SidesPainter;
import io.skipscope.viewer.render.SidesScene;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntSupplier;

/** Beneath the maps, while a run is kept: both runs beside each other, with their difference. */
public final class SidesView extends Canvas {
  private static final Set<ViewerChange> SEEN =
      EnumSet.of(
          ViewerChange.COMPARISON,
          ViewerChange.RUN,
          ViewerChange.MAPS,
          ViewerChange.CHANNEL,
          ViewerChange.POINTER,
          ViewerChange.COLOR_MAP,
          ViewerChange.THEME);

  private final IntSupplier room;
  private SidesPainter painter;
  private Pointer pointer;

  /**
   * @param room the height that others leave, in logical pixels
   */
  public SidesView(StateStore store, IntSupplier room) {
    this.room = room;
    setName("compare.sides");
    setVisible(false);
    describe(Text.of("compare.sides"), Text.of("compare.waiting"));
    store.addListener(
        (changes, state) -> {
          if (changes.stream().anyMatch(SEEN::contains)) {
            show(state);
          }
        });
  }

  /** While another run is under way, the last pair stays. */
  private void show(ViewerState state) {
    if (state.comparison() == null) {
      painter = null;
    }
    pointer = state.pointer();
    SidesScene.of(state).ifPresent(this::prepare);
    setVisible(painter != null && !state.showsWeights());
    if (painter != null) {
      describe(Text.of("compare.sides"), painter.spoken(pointer));
      takeRoom();
      repaint();
    }
  }

  /** Another block may leave another height. */
  private void takeRoom() {
    if (getHeight() != getPreferredSize().height) {
      revalidate();
    }
  }

  private void prepare(SidesScene scene) {
    if (painter == null || !painter.shows(scene, Theme.palette())) {
      painter = new SidesPainter(scene, Theme.palette());
    }
  }

  @Override
  protected void draw(Graphics2D g) {
    g.setColor(Theme.color("card"));
    g.fillRect(0, 0, getWidth(), getHeight());
    if (painter != null) {
      painter.paint(g, getWidth(), getHeight(), pointer);
    }
  }

  @Override
  public Dimension getPreferredSize() {
    double line = getFontMetrics(Theme.font()).getHeight();
    return new Dimension(0, (int) SidesPainter.height(line, room.getAsInt()));
  }
}
