package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.text.Text;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Paints the block card, on a screen or into a picture. Keeps rasters of maps; any thread. */
public final class CardPainter {
  private static final float[] DASHES = {4, 4};
  private static final double LEAST_NOTE = 64;
  private static final double NOTE_PAD = 8;

  /** A block as it was and changed. */
  private static final int MAX_LAYERS = 2;

  /** What was found in the values of a run, whatever it answered. */
  private record Found(BlockRun run, Optional<BranchNumbers> numbers) {}

  private final TilePainter tiles = new TilePainter();
  private final MadeOnce<CardLayer, BufferedImage> layers =
      new MadeOnce<>(MAX_LAYERS, CardLayer::paint);
  private Found last;

  /** Paints the whole card over whatever background is there. */
  public void paint(Graphics2D target, CardScene scene, Palette palette) {
    paintStill(target, scene, palette);
    paintNumbers(target, scene, palette);
  }

  /** What is the same for all numbers, unless one is pointed at, whose tiles' titles tell it. */
  static void paintStill(Graphics2D target, CardScene scene, Palette palette) {
    Graphics2D g = smooth(target);
    try {
      CardGeometry geometry = scene.geometry();
      Scales scales = scene.run().changes().scalesOf(scene.run().plan().block().name());
      new WirePainter(g, palette, scales).paint(geometry);
      TitlePainter titles = new TitlePainter(g, palette, scene);
      for (Tile tile : geometry.tiles()) {
        titles.paint(tile);
        TilePainter.ground(g, tile, palette);
      }
      notes(g, scene, palette);
    } finally {
      g.dispose();
    }
  }

  /** The maps and what is said of their numbers, over {@link #paintStill}. */
  void paintNumbers(Graphics2D target, CardScene scene, Palette palette) {
    Graphics2D g = smooth(target);
    try {
      scene.geometry().tiles().forEach(tile -> tiles.paint(g, scene, tile, palette));
      ChangeMarks.paint(g, scene, palette);
      CornerPainter corners = new CornerPainter(g, palette, scene, numbers(scene).orElse(null));
      corners.info();
      corners.legend();
    } finally {
      g.dispose();
    }
  }

  private static Graphics2D smooth(Graphics2D target) {
    Graphics2D g = (Graphics2D) target.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  /** A picture of what is still, to be painted over: a copy of one that is kept. */
  BufferedImage stillCopy(CardLayer layer) {
    return DevicePixels.copy(layers.get(layer));
  }

  /** What is said of F beside its shortcut, to be spoken; empty where there is no shortcut. */
  public String spoken(BlockRun run) {
    return String.join(", ", numbers(run).map(BranchWords::spoken).orElse(List.of()));
  }

  /** Those of a difference would be no block's. */
  private Optional<BranchNumbers> numbers(CardScene scene) {
    return scene.difference() ? Optional.empty() : numbers(scene.run());
  }

  /** Who asks while they are looked for waits for them. */
  private synchronized Optional<BranchNumbers> numbers(BlockRun run) {
    Found known = last;
    if (known == null || !known.run().looksLike(run)) {
      known = new Found(run, BranchNumbers.of(run));
      last = known;
    }
    return known.numbers();
  }

  private static void notes(Graphics2D g, CardScene scene, Palette palette) {
    CardGeometry geometry = scene.geometry();
    if (geometry.linearNote() != null) {
      String[] words = {Text.of("card.linear"), Text.of("card.linear.brief")};
      note(g, geometry.linearNote(), palette, words);
    }
    if (geometry.noShortcutNote() != null) {
      String reason = Text.of(scene.run().plan().noShortcut().orElseThrow());
      note(g, geometry.noShortcutNote(), palette, reason);
    }
  }

  /**
   * @param texts that say the same, in fewer and fewer words
   */
  private static void note(Graphics2D g, Rectangle2D area, Palette palette, String... texts) {
    Rectangle2D inner =
        new Rectangle2D.Double(
            area.getX() + NOTE_PAD,
            area.getY(),
            area.getWidth() - 2 * NOTE_PAD,
            area.getHeight() - NOTE_PAD);
    String text = Labels.fittingParagraph(g, inner, texts, palette.font(), palette.small());
    double needed = Labels.height(text, g.getFontMetrics(), inner.getWidth()) + NOTE_PAD;
    double height = Math.min(area.getHeight(), Math.max(LEAST_NOTE, needed));
    double top = area.getCenterY() - height / 2;
    g.setColor(palette.accent());
    g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
    g.draw(new RoundRectangle2D.Double(area.getX(), top, area.getWidth(), height, 8, 8));
    Labels.centred(g, text, new Rectangle2D.Double(inner.getX(), top, inner.getWidth(), height));
  }
}
