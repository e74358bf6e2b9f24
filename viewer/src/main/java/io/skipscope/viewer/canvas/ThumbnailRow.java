package io.skipscope.viewer.canvas;

import io.skipscope.viewer.job.Thumbnail;
import io.skipscope.viewer.layout.FilmGeometry;
import io.skipscope.viewer.render.FilmPainter;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Function;
import javax.swing.ToolTipManager;

/**
 * Small pictures in one row, each with its caption beneath. The arrows step through them, a press
 * chooses one, and pointing at one tells more of it. Event thread.
 *
 * @param <K> what a picture is read from
 */
public abstract class ThumbnailRow<K> extends ScrolledCanvas {
  private static final int SIDE = 64;

  private final Thumbnails<K> thumbnails;
  private final int captionHeight;

  /**
   * @param captionHeight in logical pixels at the usual size of text
   * @param read gives the thumbnail of a source; on a thread of its own
   */
  protected ThumbnailRow(int captionHeight, Function<K, Thumbnail> read) {
    this.captionHeight = captionHeight;
    thumbnails = new Thumbnails<>(read, this::arrived);
    takeTabStop();
    ToolTipManager.sharedInstance().registerComponent(this);
    Focus.onKey(this, "LEFT", () -> step(-1));
    Focus.onKey(this, "RIGHT", () -> step(1));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            press(event);
          }
        });
  }

  protected abstract int count();

  protected abstract K source(int index);

  protected abstract String caption(int index);

  /** What the tool tip says where there is no problem. */
  protected abstract String title(int index);

  /** Whether the picture is framed as the current one. */
  protected abstract boolean isMarked(int index);

  /** Goes to another picture, so many places to the right. */
  protected abstract void step(int places);

  /** Takes the picture that was pressed. */
  protected abstract void choose(int index);

  /** There is another picture to be painted. */
  protected void arrived() {
    repaint();
  }

  private void press(MouseEvent event) {
    requestFocusInWindow();
    int index = geometry().indexAt(event.getX());
    if (index >= 0) {
      choose(index);
    }
  }

  protected final FilmGeometry geometry() {
    return new FilmGeometry(count(), Theme.scaled(SIDE), Theme.scaled(captionHeight));
  }

  /** Asks for some pictures, the most urgent first, and gives up those asked for before. */
  protected final void want(List<K> sources) {
    thumbnails.want(sources);
  }

  /** Forgets all pictures, as their sources may have changed. */
  protected final void forget() {
    thumbnails.clear();
  }

  /** Takes on the size of another number of pictures. */
  protected final void takeSize() {
    setSize(getPreferredSize());
    revalidate();
  }

  /** Why a picture cannot be read; empty if it can or nobody has tried. */
  public final String problem(int index) {
    Thumbnail thumbnail = thumbnails.get(source(index));
    return thumbnail == null ? "" : thumbnail.problem();
  }

  @Override
  public final Dimension getPreferredSize() {
    return new Dimension(geometry().width(), geometry().height());
  }

  @Override
  public final String getToolTipText(MouseEvent event) {
    int index = geometry().indexAt(event.getX());
    if (index < 0) {
      return null;
    }
    String problem = problem(index);
    return problem.isEmpty() ? title(index) : problem;
  }

  /** Paints the pictures of which something is in view. */
  @Override
  protected void draw(Graphics2D g) {
    FilmGeometry geometry = geometry();
    FilmPainter painter = new FilmPainter(g, Theme.palette(), geometry.side());
    Rectangle clip = g.getClipBounds();
    for (int i = geometry.firstFrom(clip.x); i < geometry.endBefore(clip.getMaxX()); i++) {
      Thumbnail thumbnail = thumbnails.get(source(i));
      painter.paint(
          caption(i),
          geometry.frame(i),
          thumbnail == null ? null : thumbnail.image(),
          thumbnail != null && thumbnail.image() == null,
          isMarked(i));
    }
  }
}
