package io.skipscope.viewer.unitpane;

import io.skipscope.lab.units.Excitation;
import io.skipscope.lab.units.PatchCutter;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.ThumbnailRow;
import io.skipscope.viewer.job.PatchPictures;
import io.skipscope.viewer.job.PatchPictures.Key;
import io.skipscope.viewer.render.Numbers;
import io.skipscope.viewer.render.UnitWords;
import io.skipscope.viewer.state.UnitFindings;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;

/** The patches that excite a channel most, the most exciting first; each opens its picture. */
final class PatchView extends ThumbnailRow<Key> {
  private static final int CAPTION_HEIGHT = 20;

  private final Consumer<Excitation> onOpen;
  private UnitFindings findings;
  private PatchCutter cutter;
  private List<Key> patches = List.of();
  private int current;

  /**
   * @param onOpen told the place whose picture the user wants
   */
  PatchView(Consumer<Excitation> onOpen) {
    super(CAPTION_HEIGHT, PatchPictures::of);
    this.onOpen = onOpen;
    setName("units.patches");
    speak();
    Focus.onKey(this, "ENTER", () -> choose(current));
  }

  @Override
  protected void step(int places) {
    current = Math.max(0, Math.min(patches.size() - 1, current + places));
    scrollRectToVisible(geometry().around(current));
    speak();
    repaint();
  }

  @Override
  protected void choose(int index) {
    if (index < patches.size()) {
      current = index;
      onOpen.accept(patches.get(index).place());
      speak();
      repaint();
    }
  }

  /** Shows the patches of a channel. */
  void show(UnitFindings shown, int channel) {
    if (shown != findings) {
      forget();
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
      want(now);
      takeSize();
    }
    speak();
    repaint();
  }

  private void speak() {
    describe(
        Text.of("units.patches"), patches.isEmpty() ? Text.of("units.noPatches") : title(current));
  }

  @Override
  protected int count() {
    return patches.size();
  }

  @Override
  protected Key source(int index) {
    return patches.get(index);
  }

  @Override
  protected String caption(int index) {
    return Numbers.value(patches.get(index).place().value());
  }

  @Override
  protected String title(int index) {
    return UnitWords.place(patches.get(index).place());
  }

  @Override
  protected boolean isMarked(int index) {
    return isFocusOwner() && index == current;
  }

  @Override
  protected void draw(Graphics2D g) {
    super.draw(g);
    if (patches.isEmpty()) {
      g.setFont(Theme.palette().small());
      g.setColor(Theme.color("secondaryText"));
      g.drawString(Text.of("units.noPatches"), 8, geometry().height() / 2);
    }
  }
}
