package io.skipscope.viewer.timelinepane;

import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.layout.TimelineGeometry;
import io.skipscope.viewer.render.SpreadWords;
import io.skipscope.viewer.render.TimelinePainter;
import io.skipscope.viewer.render.TimelineScene;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.ToolTipManager;

/** The timeline on the screen: the mouse or the arrows tell of its bars and select their blocks. */
final class TimelineView extends Canvas {
  private static final double MOST_WORDS_SHARE = 0.25;

  private final IntConsumer onSelect;
  private Spread spread;
  private int current = -1;

  /**
   * @param onSelect told of the block that the user selects
   */
  TimelineView(IntConsumer onSelect) {
    this.onSelect = onSelect;
    setName("timeline.bars");
    takeTabStop();
    ToolTipManager.sharedInstance().registerComponent(this);
    speak();
    Focus.onKey(this, "LEFT", () -> step(-1));
    Focus.onKey(this, "RIGHT", () -> step(1));
    Focus.onKey(this, "ENTER", this::selectCurrent);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            scene().barAt(event.getX(), event.getY()).ifPresent(TimelineView.this::choose);
          }
        });
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaint();
          }
        });
  }

  /** Shows how a network was spread, or nothing. */
  void show(Spread shown) {
    if (shown != spread) {
      spread = shown;
      current = -1;
      speak();
      revalidate();
      repaint();
    }
  }

  private List<Spread.Bar> bars() {
    return spread == null ? List.of() : spread.bars();
  }

  private void step(int places) {
    current = Math.max(0, Math.min(bars().size() - 1, current + places));
    speak();
    repaint();
  }

  private void choose(Spread.Bar bar) {
    current = bars().indexOf(bar);
    selectCurrent();
    speak();
    repaint();
  }

  private void selectCurrent() {
    if (current >= 0 && current < bars().size() && bars().get(current).block() >= 0) {
      onSelect.accept(bars().get(current).block());
    }
  }

  private void speak() {
    boolean any = current >= 0 && current < bars().size();
    describe(
        Text.of("spread.timeline"),
        any
            ? SpreadWords.bar(spread, bars().get(current))
            : spread == null ? Text.of("spread.none") : SpreadWords.title(spread));
  }

  /** What is painted at the present size. */
  TimelineScene scene() {
    FontMetrics font = getFontMetrics(Theme.font());
    double line = font.getHeight();
    double ids =
        spread == null ? 0 : spread.devices().stream().mapToInt(font::stringWidth).max().orElse(0);
    double words = Math.min(ids + 2.5 * line, MOST_WORDS_SHARE * getWidth());
    int rows = spread == null ? 1 : Math.max(1, spread.devices().size());
    double end = spread == null ? 0 : spread.endMillis();
    return new TimelineScene(
        new TimelineGeometry(rows, end, getWidth(), line, words),
        spread,
        isFocusOwner() ? current : -1);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(200, (int) Math.ceil(scene().geometry().height()));
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    return spread == null ? null : scene().words(event.getX(), event.getY()).orElse(null);
  }

  @Override
  protected void draw(Graphics2D g) {
    g.setColor(Theme.color("card"));
    g.fillRect(0, 0, getWidth(), getHeight());
    if (spread != null) {
      TimelinePainter.paint(g, scene(), Theme.palette());
    }
  }
}
