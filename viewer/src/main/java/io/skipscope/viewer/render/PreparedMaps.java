package io.skipscope.viewer.render;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.MapSelection;
import io.skipscope.viewer.state.MapTone;
import io.skipscope.viewer.state.MapsChoice;
import java.util.Optional;

/**
 * All that the maps pane knows of a value before it paints: made off the event thread, for it reads
 * every number.
 *
 * @param seen the picture as the network received it
 * @param order the channels that are shown, in their order
 * @param shares F's share of each channel; NaN where there is none
 * @param shared the scale of all maps; null where each has its own
 * @param filterUnderstood false shows all channels
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
    boolean filterUnderstood) {
  /**
   * @return empty while the run does not have the value that is asked for
   */
  public static Optional<PreparedMaps> of(BlockRun run, ColorMap colors, MapsChoice choice) {
    return run.frame(choice.tap(run.model(), run.block()))
        .map(frame -> of(frame, run, colors, choice));
  }

  private static PreparedMaps of(TapFrame frame, BlockRun run, ColorMap colors, MapsChoice choice) {
    MapSelection selection = choice.selection();
    float[] shares = ChannelOrder.shares(run, frame.stats().channels());
    Optional<ChannelFilter> filter = ChannelFilter.parse(selection.filter(), frame.stats(), shares);
    return new PreparedMaps(
        frame,
        run.seen(),
        ChannelOrder.of(selection, frame.stats(), shares, filter.orElse(null)),
        shares,
        colors,
        selection,
        choice.tone(),
        MapScales.shared(frame.tensor(), colors, choice.tone()),
        filter.isPresent());
  }

  public int channels() {
    return frame.stats().channels();
  }

  public int mapHeight() {
    Shape shape = frame.shape();
    return shape.rank() < 4 ? 1 : shape.height();
  }

  public int mapWidth() {
    Shape shape = frame.shape();
    return shape.rank() < 4 ? 1 : shape.width();
  }

  /** How a channel's numbers become colours. */
  public ToneCurve tones(int channel) {
    ColorScale scale = shared == null ? MapScales.ofMap(frame.stats(), channel, colors) : shared;
    return new ToneCurve(scale, tone.gamma());
  }

  /** A number of a map. */
  public float number(int channel, int column, int row) {
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
