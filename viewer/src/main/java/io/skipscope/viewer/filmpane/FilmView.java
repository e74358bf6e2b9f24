package io.skipscope.viewer.filmpane;

import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.ScrolledCanvas;
import io.skipscope.viewer.canvas.Thumbnails;
import io.skipscope.viewer.job.Thumbnail;
import io.skipscope.viewer.layout.FilmGeometry;
import io.skipscope.viewer.render.FilmPainter;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.FilmStrip.Frame;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.ToolTipManager;

/** The frames themselves. Only those in view exist as pictures. */
final class FilmView extends ScrolledCanvas {
  private static final int SIDE = 64;
  private static final int CAPTION_HEIGHT = 22;

  private final Thumbnails<String> thumbnails = new Thumbnails<>(Thumbnail::of, this::moreToPaint);
  private final IntConsumer onChoose;
  private final Runnable onReady;
  private FilmStrip strip;

  /**
   * @param onChoose told the index of the frame that the user wants
   * @param onReady told that more is known of some frame
   */
  FilmView(IntConsumer onChoose, Runnable onReady) {
    this.onChoose = onChoose;
    this.onReady = onReady;
    setName("strip");
    takeTabStop();
    ToolTipManager.sharedInstance().registerComponent(this);
    Focus.onKey(this, "LEFT", () -> step(-1));
    Focus.onKey(this, "RIGHT", () -> step(1));
    Focus.onKey(this, "PAGE_UP", () -> step(-page()));
    Focus.onKey(this, "PAGE_DOWN", () -> step(page()));
    Focus.onKey(this, "HOME", () -> onChoose.accept(0));
    Focus.onKey(this, "END", () -> onChoose.accept(Integer.MAX_VALUE));
    Mouse mouse = new Mouse();
    addMouseListener(mouse);
    addMouseWheelListener(mouse);
  }

  private void step(int frames) {
    if (strip != null) {
      onChoose.accept(strip.current() + frames);
    }
  }

  private int page() {
    return geometry().perPage(getVisibleRect().width);
  }

  private FilmGeometry geometry() {
    int count = strip == null ? 0 : strip.frames().size();
    return new FilmGeometry(count, Theme.scaled(SIDE), Theme.scaled(CAPTION_HEIGHT));
  }

  /**
   * Shows a strip with the current frame in view.
   *
   * @param shown null for none
   */
  void show(FilmStrip shown) {
    boolean another = shown == null || strip == null || shown.frames() != strip.frames();
    strip = shown;
    if (another) {
      thumbnails.clear();
      setSize(getPreferredSize());
      revalidate();
    }
    if (strip != null) {
      scrollRectToVisible(geometry().around(strip.current()));
    }
    speak();
    repaint();
  }

  private void moreToPaint() {
    repaint();
    speak();
    onReady.run();
  }

  private void speak() {
    if (strip == null) {
      describe(Text.of("strip.spoken"), Text.of("strip.none"));
      return;
    }
    Frame frame = strip.currentFrame();
    String place = Text.of("strip.place", strip.current() + 1, strip.frames().size());
    String problem = problem(strip.current());
    describe(
        Text.of("strip.spoken"),
        Text.of("strip.description", place, FilmPane.title(frame), problem).strip());
  }

  /** Why a frame cannot be read; empty if it can or nobody has tried. */
  String problem(int index) {
    Thumbnail thumbnail = thumbnails.get(strip.frames().get(index).source());
    return thumbnail == null ? "" : thumbnail.problem();
  }

  /** What the wheel and the scroll bar move by. */
  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return geometry().around(0).width;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(geometry().width(), geometry().height());
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    int index = geometry().indexAt(event.getX());
    if (index < 0) {
      return null;
    }
    String problem = problem(index);
    return problem.isEmpty() ? FilmPane.title(strip.frames().get(index)) : problem;
  }

  @Override
  protected void draw(Graphics2D g) {
    if (strip == null) {
      return;
    }
    FilmGeometry geometry = geometry();
    FilmPainter painter = new FilmPainter(g, Theme.palette(), geometry.side());
    Rectangle clip = g.getClipBounds();
    for (int i = geometry.firstFrom(clip.x); i < geometry.endBefore(clip.getMaxX()); i++) {
      Frame frame = strip.frames().get(i);
      Thumbnail thumbnail = thumbnails.get(frame.source());
      painter.paint(
          frame,
          geometry.frame(i),
          thumbnail == null ? null : thumbnail.image(),
          thumbnail != null && thumbnail.image() == null,
          i == strip.current());
    }
    wantThoseInView(geometry);
  }

  /** Those in view first, then a page to either side. */
  private void wantThoseInView(FilmGeometry geometry) {
    Rectangle visible = getVisibleRect();
    int first = geometry.firstFrom(visible.x);
    int end = geometry.endBefore(visible.getMaxX());
    int page = end - first;
    List<String> sources = new ArrayList<>();
    add(sources, first, end);
    add(sources, end, end + page);
    add(sources, first - page, first);
    thumbnails.want(sources);
  }

  private void add(List<String> sources, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(strip.frames().size(), to); i++) {
      sources.add(strip.frames().get(i).source());
    }
  }

  /** A click chooses; the wheel moves sideways. */
  private final class Mouse extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      int index = geometry().indexAt(event.getX());
      if (index >= 0) {
        onChoose.accept(index);
      }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      Rectangle visible = getVisibleRect();
      visible.translate((int) (event.getPreciseWheelRotation() * geometry().around(0).width), 0);
      scrollRectToVisible(visible);
    }
  }
}
