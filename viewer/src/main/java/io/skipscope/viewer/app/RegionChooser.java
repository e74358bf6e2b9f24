package io.skipscope.viewer.app;

import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dialog;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JDialog;

/**
 * Lets the user choose a region on a still picture of the screen: by dragging, or with the arrows
 * (with Shift they change its size) and Enter. Escape gives up. Event thread.
 */
final class RegionChooser extends Canvas {
  private static final int LEAST = 16;
  private static final int STEP = 16;
  private static final Color SHADE = new Color(0, 0, 0, 120);

  private final JDialog dialog;
  private BufferedImage screen;
  private final Rectangle region;
  private Point start;
  private boolean chosen;

  private RegionChooser(Window owner, BufferedImage screen, Rectangle bounds) {
    this.screen = screen;
    dialog = new JDialog(owner, Text.of("live.choose"), Dialog.ModalityType.APPLICATION_MODAL);
    dialog.setUndecorated(true);
    dialog.setBounds(bounds);
    dialog.setContentPane(this);
    int side = Math.min(bounds.width, bounds.height) / 2;
    region = new Rectangle((bounds.width - side) / 2, (bounds.height - side) / 2, side, side);
    setName("live.region");
    setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
    takeTabStop();
    describe(Text.of("live.choose"), Text.of("live.how"));
    Mouse mouse = new Mouse();
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    keys();
  }

  /**
   * @param screen what the bounds show now
   * @return in the desktop's logical pixels
   */
  static Optional<Rectangle> choose(Window owner, BufferedImage screen, Rectangle bounds) {
    RegionChooser chooser = new RegionChooser(owner, screen, bounds);
    chooser.dialog.setVisible(true);
    // Input methods keep the window that had the focus last, long after it is closed.
    chooser.screen = null;
    Rectangle region = new Rectangle(chooser.region);
    region.translate(bounds.x, bounds.y);
    return chooser.chosen ? Optional.of(region) : Optional.empty();
  }

  private void keys() {
    key("ESCAPE", dialog::dispose);
    key("ENTER", this::accept);
    key("LEFT", () -> change(-STEP, 0, 0, 0));
    key("RIGHT", () -> change(STEP, 0, 0, 0));
    key("UP", () -> change(0, -STEP, 0, 0));
    key("DOWN", () -> change(0, STEP, 0, 0));
    key("shift LEFT", () -> change(0, 0, -STEP, 0));
    key("shift RIGHT", () -> change(0, 0, STEP, 0));
    key("shift UP", () -> change(0, 0, 0, -STEP));
    key("shift DOWN", () -> change(0, 0, 0, STEP));
  }

  private void key(String key, Runnable work) {
    Focus.onWindowKey(this, key, work);
  }

  private void change(int right, int down, int wider, int higher) {
    int width = Math.max(LEAST, Math.min(getWidth(), region.width + wider));
    int height = Math.max(LEAST, Math.min(getHeight(), region.height + higher));
    region.setBounds(
        Math.max(0, Math.min(getWidth() - width, region.x + right)),
        Math.max(0, Math.min(getHeight() - height, region.y + down)),
        width,
        height);
    repaint();
  }

  private void accept() {
    chosen = true;
    dialog.dispose();
  }

  @Override
  protected void draw(Graphics2D g) {
    g.drawImage(screen, 0, 0, getWidth(), getHeight(), null);
    g.setColor(SHADE);
    g.fillRect(0, 0, getWidth(), getHeight());
    Graphics2D clear = (Graphics2D) g.create();
    clear.clip(region);
    clear.drawImage(screen, 0, 0, getWidth(), getHeight(), null);
    clear.dispose();
    g.setColor(Theme.color("highlight"));
    g.setStroke(new BasicStroke(2));
    g.draw(region);
    hint(g);
  }

  private void hint(Graphics2D g) {
    g.setFont(Theme.font());
    FontMetrics metrics = g.getFontMetrics();
    String text = Text.of("live.how");
    int width = metrics.stringWidth(text) + 24;
    int x = (getWidth() - width) / 2;
    g.setColor(Theme.color("card"));
    g.fillRoundRect(x, 16, width, metrics.getHeight() + 12, 8, 8);
    g.setColor(Theme.color("text"));
    g.drawString(text, x + 12, 22 + metrics.getAscent());
  }

  /** Dragging draws the region, letting go chooses it. */
  private final class Mouse extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      start = event.getPoint();
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      if (start == null) {
        return;
      }
      Rectangle drawn = new Rectangle(start);
      drawn.add(event.getPoint());
      region.setBounds(drawn.intersection(new Rectangle(getSize())));
      repaint();
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      boolean dragged = start != null && start.distance(event.getPoint()) >= LEAST;
      start = null;
      if (dragged && region.width >= LEAST && region.height >= LEAST) {
        accept();
      }
    }
  }
}
