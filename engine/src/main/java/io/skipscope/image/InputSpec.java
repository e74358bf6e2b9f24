package io.skipscope.image;

/**
 * How a picture becomes a model's input: centre square crop, resize, then (value - mean) / std.
 *
 * @param mean per channel, in units of 0..1; its length is the number of channels, 3 or 1
 * @param std per channel, in units of 0..1, never 0
 * @param normalisationSource where mean and std come from, in the user's words: {@code "the file's
 *     metadata"}, {@code "--mean and --std"}, {@code "ImageNet's, for want of others"}
 */
public record InputSpec(
    int height, int width, float[] mean, float[] std, String normalisationSource) {
  private static final float[] IMAGENET_MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] IMAGENET_STD = {0.229f, 0.224f, 0.225f};

  /** ImageNet's normalisation at a size. */
  public static InputSpec imageNet(int height, int width) {
    return new InputSpec(
        height,
        width,
        IMAGENET_MEAN.clone(),
        IMAGENET_STD.clone(),
        "ImageNet's, for want of others");
  }

  public int channels() {
    return mean.length;
  }

  public InputSpec withSize(int newHeight, int newWidth) {
    return new InputSpec(newHeight, newWidth, mean, std, normalisationSource);
  }

  public InputSpec withNormalisation(float[] newMean, float[] newStd, String source) {
    return new InputSpec(height, width, newMean, newStd, source);
  }
}
