package io.skipscope.lab.units;

import io.skipscope.error.InputException;
import io.skipscope.image.PictureSet;
import io.skipscope.tap.ChannelView;
import io.skipscope.tap.TapPoint;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** Everything that is summed up about one value while pictures run. One thread. */
final class ValueSums {
  private final TapPoint tap;
  private final Shape shape;
  private final int channels;
  private final ChannelMoments moments;
  private final TopPlaces top;
  private final CorrelationSums correlations;

  /**
   * @param shape of the value for one picture
   * @throws InputException if it has no channels
   */
  ValueSums(TapPoint tap, Shape shape) {
    if (shape.rank() < 2) {
      throw new InputException(
          "value " + tap.name(), "the shape " + shape, "[batch, channels, ...]; name another");
    }
    this.tap = tap;
    this.shape = shape;
    ChannelView view = ChannelView.of(shape);
    channels = view.channels();
    moments = new ChannelMoments(channels);
    top = new TopPlaces(channels, UnitSurvey.TOP_PICTURES);
    correlations = new CorrelationSums(channels, view.inner());
  }

  /**
   * Adds a batch.
   *
   * @param firstPicture the number of its first picture
   * @param pictures how many it has
   * @throws InputException if the value does not have as many maps of each channel
   */
  void add(Tensor value, int firstPicture, int pictures) {
    ChannelView view = ChannelView.of(value.shape());
    if (view.batch() != pictures) {
      throw new InputException(
          "value " + tap.name(),
          view.batch() + " entries for " + pictures + " pictures",
          "one for each picture; name a value that depends on the picture");
    }
    float[] data = value.data();
    IntStream.range(0, channels)
        .parallel()
        .forEach(
            channel -> {
              moments.add(data, view, channel);
              top.add(data, view, channel, firstPicture);
            });
    correlations.add(data, view);
  }

  /**
   * @param pictures in the order in which they ran
   */
  ValueUnits result(List<PictureSet.Entry> pictures) {
    return new ValueUnits(
        tap.name(),
        tap.value(),
        IntStream.range(0, channels).mapToObj(channel -> unit(channel, pictures)).toList(),
        correlations.result(UnitSurvey.STRONG, UnitSurvey.NAMED_PAIRS));
  }

  private ChannelUnit unit(int channel, List<PictureSet.Entry> pictures) {
    return new ChannelUnit(
        channel,
        ChannelState.of(moments.min(channel), moments.max(channel)),
        moments.mean(channel),
        moments.std(channel),
        moments.min(channel),
        moments.max(channel),
        moments.zeroShare(channel),
        moments.nanCount(channel),
        IntStream.range(0, top.count(channel))
            .mapToObj(rank -> excitation(channel, rank, pictures))
            .toList());
  }

  private Excitation excitation(int channel, int rank, List<PictureSet.Entry> pictures) {
    int width = shape.rank() == 4 ? shape.width() : Integer.MAX_VALUE;
    int position = shape.rank() == 4 ? top.position(channel, rank) : 0;
    return new Excitation(
        pictures.get(top.picture(channel, rank)),
        top.value(channel, rank),
        position / width,
        position % width);
  }
}
