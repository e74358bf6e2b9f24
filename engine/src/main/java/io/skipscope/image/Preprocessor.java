package io.skipscope.image;

import io.skipscope.error.InputException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/** Turns a picture into the tensor that a model takes. */
public final class Preprocessor {
  private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

  private Preprocessor() {}

  /**
   * Crops the centre to the model's proportions, resizes (bilinear with antialiasing), and gives
   * (value / 255 - mean) / std per channel.
   *
   * <p>Models of one channel take luma (ITU-R BT.601), those of three take red, green, blue.
   *
   * @return [1, channels, height, width] of {@code spec}
   * @throws InputException if the model takes neither 1 nor 3 channels
   */
  public static Tensor toTensor(Picture picture, InputSpec spec) {
    if (spec.channels() != 1 && spec.channels() != 3) {
      throw new InputException(
          picture.name(),
          "a picture for a model of " + spec.channels() + " input channels",
          "a model of 1 or 3; feed this one a tensor with --input");
    }
    Crop crop = Crop.centre(picture.width(), picture.height(), spec.width(), spec.height());
    int area = spec.height() * spec.width();
    float[] data = new float[spec.channels() * area];
    for (int channel = 0; channel < spec.channels(); channel++) {
      float[] plane = crop.plane(picture, spec.channels() == 1 ? LUMA : unit(channel));
      float[] resized =
          Resampler.resize(plane, crop.height(), crop.width(), spec.height(), spec.width());
      for (int i = 0; i < area; i++) {
        data[channel * area + i] = (resized[i] / 255 - spec.mean()[channel]) / spec.std()[channel];
      }
    }
    return new Tensor(Shape.of(1, spec.channels(), spec.height(), spec.width()), data);
  }

  /**
   * The picture that a model sees: the inverse of the normalisation, for showing.
   *
   * @param input [1, 1 or 3, height, width], normalised as {@code spec} says
   */
  public static Picture toPicture(Tensor input, InputSpec spec, String name) {
    int area = input.shape().height() * input.shape().width();
    int[] rgb = new int[area];
    for (int i = 0; i < area; i++) {
      for (int colour = 0; colour < 3; colour++) {
        int channel = Math.min(colour, spec.channels() - 1);
        float unit = input.data()[channel * area + i] * spec.std()[channel] + spec.mean()[channel];
        rgb[i] = rgb[i] << 8 | Math.round(Math.max(0, Math.min(1, unit)) * 255);
      }
    }
    return new Picture(name, input.shape().width(), input.shape().height(), rgb);
  }

  private static float[] unit(int channel) {
    float[] weights = new float[3];
    weights[channel] = 1;
    return weights;
  }
}
