package io.skipscope.viewer.mappane;

import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.render.MapFactsPainter;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;

/** The right edge of the maps: the selected map's histogram, statistics and scale. */
final class MapFacts extends Canvas {
  private static final int WIDTH = 190;

  private PreparedMaps maps;
  private ViewerState state;

  MapFacts() {
    setName("maps.facts");
    describe(Text.of("maps.facts"), Text.of("maps.empty"));
  }

  /**
   * @param newMaps null while there are none
   */
  void show(PreparedMaps newMaps, ViewerState newState) {
    maps = newMaps;
    state = newState;
    boolean weights = state.maps().weights();
    describe(
        Text.of(weights ? "weights.facts" : "maps.facts"),
        maps == null ? Text.of(weights ? "weights.empty" : "maps.empty") : spoken());
    repaint();
  }

  /** The channel under the pointer, else the selected one. */
  private int channel() {
    Pointer pointer = state.pointer();
    int wanted = pointer == null ? state.channel() : pointer.channel();
    return Math.min(wanted, maps.channels() - 1);
  }

  private String spoken() {
    return MapFactsPainter.spoken(maps.frame().stats(), channel());
  }

  @Override
  protected void draw(Graphics2D g) {
    g.setColor(Theme.color("card"));
    g.fillRect(0, 0, getWidth(), getHeight());
    if (maps != null) {
      new MapFactsPainter(g, Theme.palette(), maps, state.showsDifference(), getWidth())
          .paint(channel(), state.pointer());
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Theme.scaled(WIDTH), 0);
  }
}
