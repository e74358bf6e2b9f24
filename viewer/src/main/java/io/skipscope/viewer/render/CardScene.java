package io.skipscope.viewer.render;

import io.skipscope.image.ColorScale;
import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.layout.TileGrid;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.text.Text;

/**
 * All that a picture of the card depends on.
 *
 * @param clipped whether there are numbers beyond the ends of the scale
 * @param channel the selected channel
 * @param enlarged whether tiles show that channel alone
 * @param pointer null while the mouse is on no map
 * @param deviceScale device pixels per logical pixel
 * @param difference whether the run's numbers are the difference of two runs
 */
public record CardScene(
    BlockRun run,
    CardGeometry geometry,
    ColorScale scale,
    boolean clipped,
    int channel,
    boolean enlarged,
    Pointer pointer,
    double deviceScale,
    boolean difference) {
  /** The card of a run itself. */
  public CardScene(
      BlockRun run,
      CardGeometry geometry,
      ColorScale scale,
      boolean clipped,
      int channel,
      boolean enlarged,
      Pointer pointer,
      double deviceScale) {
    this(run, geometry, scale, clipped, channel, enlarged, pointer, deviceScale, false);
  }

  /** The same card without the pointer, for pictures of this many pixels per logical pixel. */
  public CardScene at(double otherScale) {
    return new CardScene(
        run, geometry, scale, clipped, channel, enlarged, null, otherScale, difference);
  }

  /** Whether it is the same picture, whatever its run answered. */
  boolean looksLike(CardScene other) {
    return run.looksLike(other.run) && with(other.run).equals(other);
  }

  /** The same card, of a run whose numbers are not known, and of none pointed at or selected. */
  CardScene bare() {
    return new CardScene(run.bare(), geometry, null, false, 0, false, null, deviceScale, false);
  }

  private CardScene with(BlockRun otherRun) {
    return new CardScene(
        otherRun, geometry, scale, clipped, channel, enlarged, pointer, deviceScale, difference);
  }

  /** Where a tile shows which channels; a tile without the selected channel shows all it has. */
  public TileGrid grid(Tile tile) {
    return enlarged && channel < tile.step().channels()
        ? TileGrid.ofOne(tile, channel, deviceScale)
        : TileGrid.ofAll(tile, deviceScale);
  }

  /** A tile's title, computation and shape in one line. */
  public String words(Tile tile) {
    StepWords words = new StepWords(run.model().graph(), run.plan());
    return Text.of(
        "card.tooltip",
        words.title(tile.step()),
        words.detail(tile.step()),
        StepWords.shape(tile.step().shape()));
  }

  /** The number of a tile under the pointer, or NaN if it has no such channel. */
  public float valueUnderPointer(Tile tile) {
    var frame = run.frame(tile.step().tap());
    if (pointer == null || frame.isEmpty() || pointer.channel() >= tile.step().channels()) {
      return Float.NaN;
    }
    int width = tile.step().mapWidth();
    int height = tile.step().mapHeight();
    int map = pointer.channel() * width * height;
    return frame.get().tensor().data()[map + pointer.row(height) * width + pointer.column(width)];
  }
}
