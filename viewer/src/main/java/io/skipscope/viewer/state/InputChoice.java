package io.skipscope.viewer.state;

import io.skipscope.image.InputSpec;
import java.util.List;

/**
 * How pictures are fed to the network, where that is not as its model was opened. Immutable.
 *
 * @param preset which mean and std
 * @param mean per channel in units of 0..1, or one for all; only of {@link InputPreset#OWN}
 * @param std likewise, above 0
 * @param height of the input in pixels; 0 for the model's own size
 * @param width likewise
 */
public record InputChoice(
    InputPreset preset, List<Float> mean, List<Float> std, int height, int width) {
  public static final InputChoice AS_OPENED = of(InputPreset.AS_OPENED, List.of(), List.of());

  public InputChoice {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  private static InputChoice of(InputPreset preset, List<Float> mean, List<Float> std) {
    return new InputChoice(preset, mean, std, 0, 0);
  }

  /** With another mean and std; not for {@link InputPreset#OWN}. */
  public InputChoice with(InputPreset other) {
    return new InputChoice(other, List.of(), List.of(), height, width);
  }

  /** With the user's own mean and std. */
  public InputChoice withOwn(List<Float> newMean, List<Float> newStd) {
    return new InputChoice(InputPreset.OWN, newMean, newStd, height, width);
  }

  /** For pictures of a size in pixels; twice 0 for the model's own. */
  public InputChoice withSize(int newHeight, int newWidth) {
    return new InputChoice(preset, mean, std, newHeight, newWidth);
  }

  public boolean hasSize() {
    return height > 0 && width > 0;
  }

  /**
   * The model's spec with the mean and std of this choice; the size stays.
   *
   * @param opened as the model has it; where it takes grey and a preset has colours, their averages
   *     are taken
   */
  public InputSpec normalising(InputSpec opened) {
    if (preset == InputPreset.AS_OPENED) {
      return opened;
    }
    boolean own = preset == InputPreset.OWN;
    return opened.withNormalisation(
        perChannel(own ? mean : preset.mean(), opened.channels()),
        perChannel(own ? std : preset.std(), opened.channels()),
        preset.name());
  }

  private static float[] perChannel(List<Float> numbers, int channels) {
    float average = (float) numbers.stream().mapToDouble(Float::doubleValue).average().orElse(0);
    float[] all = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      all[channel] = numbers.size() == channels ? numbers.get(channel) : average;
    }
    return all;
  }
}
