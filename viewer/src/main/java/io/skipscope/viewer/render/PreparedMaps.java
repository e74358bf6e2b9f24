package io.skipscope.viewer.render;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.layout.FilterLayout;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.MapSelection;
import io.skipscope.viewer.state.MapTone;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.UnitFindings;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * All that the maps pane knows of a value before it paints: made off the event thread, for it reads
 * every number.
 *
 * @param seen the picture as the network received it
 * @param order the channels that are shown, in their order
 * @param shares F's share of each channel; NaN where there is none
 * @param shared the scale of all maps; null where each has its own
 * @param dead channels that say nothing about any of many pictures; empty where that is not known
 * @param filterUnderstood false shows all channels
 * @param filters the layer whose weights these maps are; null for maps of a value
 */
public record PreparedMaps(
    TapFrame frame,
    Picture seen,
    int[] order,
    float[] shares,
    ColorMap colors,
    MapSelection selection,
    MapTone tone,
    ColorScale shared,
    Set<Integer> dead,
    boolean filterUnderstood,
    Filters filters) {
  /**
   * @return empty while the run does not have the value that is asked for
   */
  public static Optional<PreparedMaps> of(BlockRun run, ColorMap colors, MapsChoice choice) {
    return of(run, run, colors, choice, null);
  }

  /**
   * As above.
   *
   * @param branches the run that F's shares are of
   * @param units what is known of the channels; null for nothing
   */
  public static Optional<PreparedMaps> of(
      BlockRun run, BlockRun branches, ColorMap colors, MapsChoice choice, UnitFindings units) {
    return run.frame(choice.tap(run.model(), run.block()))
        .map(
            frame -> {
              float[] shares = ChannelOrder.shares(branches, frame.stats().channels());
              return of(frame, run, shares, colors, choice, units);
            });
  }

  private static PreparedMaps of(
      TapFrame frame,
      BlockRun run,
      float[] shares,
      ColorMap colors,
      MapsChoice choice,
      UnitFindings units) {
    boolean known = units != null && units.isOf(run, frame.name());
    Set<Integer> dead = known ? units.dead() : Set.of();
    IntPredicate isDead = known ? dead::contains : ChannelFilter.deadIn(frame.stats());
    return of(frame, run.seen(), shares, colors, choice, null, dead, isDead);
  }

  /** The weights of a layer; filters in colour have a scale of grey for each of the three. */
  public static PreparedMaps of(Filters filters, ColorMap colors, MapsChoice choice) {
    float[] shares = new float[filters.layer().outputs()];
    Arrays.fill(shares, Float.NaN);
    ColorMap used = filters.layout().inColour() ? ColorMap.GREY : colors;
    IntPredicate isDead = filters.facts().dead()::contains;
    return of(filters.frame(), null, shares, used, choice, filters, Set.of(), isDead);
  }

  private static PreparedMaps of(
      TapFrame frame,
      Picture seen,
      float[] shares,
      ColorMap colors,
      MapsChoice choice,
      Filters filters,
      Set<Integer> dead,
      IntPredicate isDead) {
    MapSelection selection = choice.selection();
    Optional<ChannelFilter> filter =
        ChannelFilter.parse(selection.filter(), frame.stats(), shares, isDead);
    return new PreparedMaps(
        frame,
        seen,
        ChannelOrder.of(selection, frame.stats(), shares, filter.orElse(null)),
        shares,
        colors,
        selection,
        choice.tone(),
        MapScales.shared(frame.tensor(), colors, choice.tone()),
        dead,
        filter.isPresent(),
        filters);
  }

  public int channels() {
    return frame.stats().channels();
  }

  public int mapHeight() {
    if (filters != null) {
      return filters.layout().height();
    }
    Shape shape = frame.shape();
    return shape.rank() < 4 ? 1 : shape.height();
  }

  public int mapWidth() {
    if (filters != null) {
      return filters.layout().width();
    }
    Shape shape = frame.shape();
    return shape.rank() < 4 ? 1 : shape.width();
  }

  /** How a channel's numbers become colours. */
  public ToneCurve tones(int channel) {
    ColorScale scale = shared == null ? MapScales.ofMap(frame.stats(), channel, colors) : shared;
    return inColour()
        ? new ToneCurve(SharedScale.symmetric(scale), 1)
        : new ToneCurve(scale, tone.gamma());
  }

  /** Whether these are weights, three of which are the red, green and blue of a square. */
  public boolean inColour() {
    return filters != null && filters.layout().inColour();
  }

  /** Whether these are weights that are the rows of a matrix. */
  public boolean isMatrix() {
    return filters != null && filters.layout().isMatrix();
  }

  /**
   * A map as a picture.
   *
   * @param width in device pixels; {@code height} likewise
   * @param gap ARGB between the slices of a filter
   */
  public TileKey tile(int channel, int width, int height, MapsChoice choice, int gap) {
    FilterLayout layout = filters == null ? null : filters.layout();
    return new TileKey(
        frame,
        channel,
        mapWidth(),
        mapHeight(),
        width,
        height,
        tones(channel),
        layout == null && choice.smooth(),
        choice.overlay() ? seen : null,
        layout,
        gap);
  }

  /** A number of a map: of a filter in colour that of red; NaN in a gap between slices. */
  public float number(int channel, int column, int row) {
    if (filters != null) {
      int index = filters.layout().indexAt(column, row);
      int size = frame.tensor().data().length / channels();
      return index < 0 ? Float.NaN : frame.tensor().data()[channel * size + index];
    }
    return frame.tensor().data()[(channel * mapHeight() + row) * mapWidth() + column];
  }

  /** What the channels are sorted by, of one of them. */
  public double figure(int channel) {
    return ChannelOrder.figure(selection.order(), frame.stats(), shares, channel);
  }

  /** A copy of one channel's numbers. */
  public float[] numbers(int channel) {
    return MapScales.numbers(frame.tensor(), channel, channels());
  }

  /** Where a channel stands in the order, -1 if it is not shown. */
  public int placeOf(int channel) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] == channel) {
        return i;
      }
    }
    return -1;
  }
}
