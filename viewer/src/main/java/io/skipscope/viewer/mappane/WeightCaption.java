package io.skipscope.viewer.mappane;

import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.render.FilterWords;
import io.skipscope.viewer.render.FilterWordsPainter;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Beneath the filters: what the layer's weights are. In view while weights are shown. */
final class WeightCaption extends Canvas {
  private FilterWords words;

  WeightCaption() {
    setName("weights.caption");
    setVisible(false);
    describe(Text.of("weights.caption"), Text.of("weights.empty"));
  }

  /**
   * @param maps null while there are none
   */
  void show(PreparedMaps maps) {
    words = maps == null || maps.filters() == null ? null : new FilterWords(maps.filters());
    setVisible(words != null);
    describe(Text.of("weights.caption"), words == null ? Text.of("weights.empty") : words.spoken());
    revalidate();
    repaint();
  }

  /** As high as its lines are in the pane's width. */
  @Override
  public Dimension getPreferredSize() {
    int width = getParent() == null ? getWidth() : getParent().getWidth();
    if (words == null || width == 0) {
      return new Dimension(0, 0);
    }
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return new Dimension(
          0, (int) Math.ceil(new FilterWordsPainter(Theme.palette()).paint(g, words, width)));
    } finally {
      g.dispose();
    }
  }

  @Override
  protected void draw(Graphics2D g) {
    g.setColor(Theme.color("card"));
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setColor(Theme.color("tile"));
    g.fillRect(0, 0, getWidth(), 1);
    if (words != null) {
      new FilterWordsPainter(Theme.palette()).paint(g, words, getWidth());
    }
  }
}
