package io.skipscope.viewer.filmpane;

import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.ThumbnailRow;
import io.skipscope.viewer.job.Thumbnail;
import io.skipscope.viewer.layout.FilmGeometry;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.FilmStrip.Frame;
import io.skipscope.viewer.text.Text;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** The frames themselves. Only those in view exist as pictures. */
final class FilmView extends ThumbnailRow<String> {
  private static final int CAPTION_HEIGHT = 22;

  private final IntConsumer onChoose;
  private final Runnable onReady;
  private FilmStrip strip;

  /**
   * @param onChoose told the index of the frame that the user wants
   * @param onReady told that more is known of some frame
   */
  FilmView(IntConsumer onChoose, Runnable onReady) {
    super(CAPTION_HEIGHT, Thumbnail::of);
    this.onChoose = onChoose;
    this.onReady = onReady;
    setName("strip");
    Focus.onKey(this, "PAGE_UP", () -> step(-page()));
    Focus.onKey(this, "PAGE_DOWN", () -> step(page()));
    Focus.onKey(this, "HOME", () -> onChoose.accept(0));
    Focus.onKey(this, "END", () -> onChoose.accept(Integer.MAX_VALUE));
    addMouseWheelListener(this::moveSideways);
  }

  @Override
  protected void step(int frames) {
    if (strip != null) {
      onChoose.accept(strip.current() + frames);
    }
  }

  @Override
  protected void choose(int index) {
    onChoose.accept(index);
  }

  private int page() {
    return geometry().perPage(getVisibleRect().width);
  }

  private void moveSideways(MouseWheelEvent event) {
    Rectangle visible = getVisibleRect();
    visible.translate((int) (event.getPreciseWheelRotation() * geometry().around(0).width), 0);
    scrollRectToVisible(visible);
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
      forget();
      takeSize();
    }
    if (strip != null) {
      scrollRectToVisible(geometry().around(strip.current()));
    }
    speak();
    repaint();
  }

  @Override
  protected void arrived() {
    super.arrived();
    speak();
    onReady.run();
  }

  private void speak() {
    if (strip == null) {
      describe(Text.of("strip.spoken"), Text.of("strip.none"));
      return;
    }
    String place = Text.of("strip.place", strip.current() + 1, strip.frames().size());
    String problem = problem(strip.current());
    describe(
        Text.of("strip.spoken"),
        Text.of("strip.description", place, title(strip.current()), problem).strip());
  }

  @Override
  protected int count() {
    return strip == null ? 0 : strip.frames().size();
  }

  private Frame frame(int index) {
    return strip.frames().get(index);
  }

  @Override
  protected String source(int index) {
    return frame(index).source();
  }

  @Override
  protected String caption(int index) {
    Frame frame = frame(index);
    return frame.label().isEmpty() ? frame.name() : frame.label();
  }

  @Override
  protected String title(int index) {
    return FilmPane.title(frame(index));
  }

  @Override
  protected boolean isMarked(int index) {
    return index == strip.current();
  }

  /** What the wheel and the scroll bar move by. */
  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return geometry().around(0).width;
  }

  @Override
  protected void draw(Graphics2D g) {
    super.draw(g);
    wantThoseInView();
  }

  /** Those in view first, then a page to either side. */
  private void wantThoseInView() {
    FilmGeometry geometry = geometry();
    Rectangle visible = getVisibleRect();
    int first = geometry.firstFrom(visible.x);
    int end = geometry.endBefore(visible.getMaxX());
    int page = end - first;
    List<String> sources = new ArrayList<>();
    add(sources, first, end);
    add(sources, end, end + page);
    add(sources, first - page, first);
    want(sources);
  }

  private void add(List<String> sources, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(count(), to); i++) {
      sources.add(source(i));
    }
  }
}
