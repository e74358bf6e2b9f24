package io.skipscope.viewer.export;

import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;

/**
 * The numbers of a value's maps, all of them or of one alone.
 *
 * @param key what they are called in a file: the value's name, with the channel's number where it
 *     is one map alone
 * @param value the value's name
 * @param firstChannel the channel of the first map
 * @param numbers [1, channels, height, width]; all of a value that has no maps is as it is
 */
public record ExportedMaps(String key, String value, int firstChannel, Tensor numbers) {
  /** All channels in their own order, however the window sorts or filters them. */
  public static ExportedMaps all(TapFrame frame) {
    return new ExportedMaps(frame.name(), frame.name(), 0, frame.tensor());
  }

  /** One channel. */
  public static ExportedMaps one(TapFrame frame, int channel) {
    Shape shape = frame.shape();
    int height = shape.rank() < 4 ? 1 : shape.height();
    int width = shape.rank() < 4 ? 1 : shape.width();
    int area = height * width;
    float[] map = Arrays.copyOfRange(frame.tensor().data(), channel * area, (channel + 1) * area);
    return new ExportedMaps(
        frame.name() + "-" + channel,
        frame.name(),
        channel,
        new Tensor(Shape.of(1, 1, height, width), map));
  }
}
