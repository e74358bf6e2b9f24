package io.skipscope.viewer.resultpane;

import io.skipscope.image.Picture;
import io.skipscope.lab.ReceptiveBox;
import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.render.BoxPainter;
import io.skipscope.viewer.render.FieldPainter;
import io.skipscope.viewer.render.ScaledPicture;
import io.skipscope.viewer.state.PointedNumber;
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
import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;

/** The picture as the network receives it: cropped, reduced, every pixel a square. */
final class InputView extends Canvas {
  private static final int SIDE = 244;

  private static final Set<ViewerChange> SHOWN =
      EnumSet.of(ViewerChange.RUN, ViewerChange.PICTURE, ViewerChange.COMPARISON);

  private Picture shown;
  private BufferedImage image;
  private ReceptiveBox box;
  private BufferedImage field;

  InputView(StateStore store) {
    setName("input");
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            followHeight();
          }
        });
    store.addListener(this::changed);
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.stream().anyMatch(SHOWN::contains)) {
      Picture seen = state.shown() == null ? opened(state) : state.shown().seen();
      boolean marked = box != null || field != null;
      if (seen != shown) {
        show(seen);
      }
      field = field(state);
      // A live screen's next frame keeps the place that is pointed at.
      box = seen == null ? null : box(state);
      if (marked || box != null || field != null) {
        repaint();
      }
    } else if (changes.contains(ViewerChange.FIELD)) {
      field = field(state);
      box = box(state);
      repaint();
    } else if (changes.contains(ViewerChange.POINTER)) {
      box = box(state);
      repaint();
    }
  }

  /** A change of the network alone leaves the picture as it is. */
  private void show(Picture seen) {
    shown = seen;
    image = seen == null ? null : seen.toBufferedImage();
    describe(
        Text.of("input.title"),
        seen == null ? Text.of("input.empty") : Text.of("input.name", seen.name()));
    followHeight();
    repaint();
  }

  /** What was measured of the number that was pointed at; null while nothing is. */
  private BufferedImage field(ViewerState state) {
    return state.field() == null || image == null || state.showsKept()
        ? null
        : FieldPainter.image(state.field().field(), image.getHeight(), image.getWidth());
  }

  /** Of the number that is pointed at, else of the one that was measured. */
  private ReceptiveBox box(ViewerState state) {
    if (state.showsKept()) {
      return null;
    }
    return PointedNumber.of(state.run(), state.pointer())
        .flatMap(PointedNumber::box)
        .map(seen -> seen.within(image.getHeight(), image.getWidth()))
        .orElseGet(() -> state.field() == null ? null : state.field().field().box());
  }

  private static Picture opened(ViewerState state) {
    return state.picture() == null ? null : state.picture().picture();
  }

  /** Of the square that the picture lies in, as wide as there is room. */
  private int side() {
    int usual = Theme.scaled(SIDE);
    return getWidth() == 0 ? usual : Math.min(getWidth(), usual);
  }

  private double fit() {
    return side() / (double) Math.max(image.getWidth(), image.getHeight());
  }

  /** As high as the picture, so that no gap is left beneath it. */
  private int pictureHeight() {
    return image == null ? side() : (int) Math.round(image.getHeight() * fit());
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(side(), pictureHeight());
  }

  @Override
  public Dimension getMaximumSize() {
    return new Dimension(Integer.MAX_VALUE, pictureHeight());
  }

  private void followHeight() {
    if (getHeight() != pictureHeight()) {
      revalidate();
    }
  }

  @Override
  protected void draw(Graphics2D g) {
    if (image == null) {
      empty(g, side());
    } else {
      picture(g);
    }
  }

  private void empty(Graphics2D g, int side) {
    g.setColor(Theme.color("tile"));
    g.fillRoundRect(0, 0, side, side, 8, 8);
    g.setFont(Theme.font());
    g.setColor(Theme.color("secondaryText"));
    String text = Text.of("input.empty");
    g.drawString(text, (side - g.getFontMetrics().stringWidth(text)) / 2, side / 2);
  }

  private void picture(Graphics2D g) {
    double fit = fit();
    int width = (int) Math.round(image.getWidth() * fit);
    int height = pictureHeight();
    ScaledPicture.draw(g, image, new Rectangle(width, height), fit < 1);
    if (field != null) {
      FieldPainter.paint(g, field, width, height);
    }
    if (box != null) {
      BoxPainter.paint(g, Theme.palette(), box, fit);
    }
  }
}
