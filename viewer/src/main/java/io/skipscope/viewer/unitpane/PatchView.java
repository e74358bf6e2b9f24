package io.skipscope.viewer.unitpane;

import io.skipscope.lab.units.Excitation;
import io.skipscope.lab.units.PatchCutter;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.ScrolledCanvas;
import io.skipscope.viewer.canvas.Thumbnails;
import io.skipscope.viewer.job.PatchPictures;
import io.skipscope.viewer.job.PatchPictures.Key;
import io.skipscope.viewer.job.Thumbnail;
import io.skipscope.viewer.layout.FilmGeometry;
import io.skipscope.viewer.render.FilmPainter;
import io.skipscope.viewer.render.Numbers;
import io.skipscope.viewer.render.UnitWords;
import io.skipscope.viewer.state.UnitFindings;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.ToolTipManager;

/** The patches that excite a channel most, the most exciting first; each opens its picture. */
final class PatchView extends ScrolledCanvas {
  private static final int SIDE = 64;
  private static final int CAPTION_HEIGHT = 20;

  private final Thumbnails<Key> thumbnails = new Thumbnails<>(PatchPictures::of, this::repaint);
  private final Consumer<Excitation> onOpen;
  private UnitFindings findings;
  private PatchCutter cutter;
  private List<Key> patches = List.of();
  private int current;

  /**
   * @param onOpen told the place whose picture the user wants
   */
  PatchView(Consumer<Excitation> onOpen) {
    this.onOpen = onOpen;
    setName("units.patches");
    takeTabStop();
    ToolTipManager.sharedInstance().registerComponent(this);
    speak();
    Focus.onKey(this, "LEFT", () -> step(-1));
    Focus.onKey(this, "RIGHT", () -> step(1));
    Focus.onKey(this, "ENTER", () -> open(current));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            open(geometry().indexAt(event.getX()));
          }
        });
  }

  private void step(int places) {
    current = Math.max(0, Math.min(patches.size() - 1, current + places));
    scrollRectToVisible(geometry().around(current));
    speak();
    repaint();
  }

  private void open(int index) {
    if (index >= 0 && index < patches.size()) {
      current = index;
      onOpen.accept(patches.get(index).place());
      speak();
      repaint();
    }
  }

  /** Shows the patches of a channel. */
  void show(UnitFindings shown, int channel) {
    if (shown != findings) {
      thumbnails.clear();
      findings = shown;
      cutter = PatchPictures.cutter(shown.model());
    }
    List<Key> now =
        UnitWords.places(shown, channel).stream()
            .map(place -> new Key(cutter, shown.units().value(), channel, place))
            .toList();
    if (!now.equals(patches)) {
      patches = now;
      current = 0;
      thumbnails.want(now);
      setSize(getPreferredSize());
      revalidate();
    }
    speak();
    repaint();
  }

  private void speak() {
    describe(
        Text.of("units.patches"),
        patches.isEmpty()
            ? Text.of("units.noPatches")
            : UnitWords.place(patches.get(current).place()));
  }

  private FilmGeometry geometry() {
    return new FilmGeometry(patches.size(), Theme.scaled(SIDE), Theme.scaled(CAPTION_HEIGHT));
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
    Thumbnail thumbnail = thumbnails.get(patches.get(index));
    return thumbnail == null || thumbnail.problem().isEmpty()
        ? UnitWords.place(patches.get(index).place())
        : thumbnail.problem();
  }

  @Override
  protected void draw(Graphics2D g) {
    FilmGeometry geometry = geometry();
    FilmPainter painter = new FilmPainter(g, Theme.palette(), geometry.side());
    for (int i = 0; i < patches.size(); i++) {
      Thumbnail thumbnail = thumbnails.get(patches.get(i));
      painter.paint(
          Numbers.value(patches.get(i).place().value()),
          geometry.frame(i),
          thumbnail == null ? null : thumbnail.image(),
          thumbnail != null && thumbnail.image() == null,
          isFocusOwner() && i == current);
    }
    if (patches.isEmpty()) {
      g.setFont(Theme.palette().small());
      g.setColor(Theme.color("secondaryText"));
      g.drawString(Text.of("units.noPatches"), 8, geometry.height() / 2);
    }
  }
}
