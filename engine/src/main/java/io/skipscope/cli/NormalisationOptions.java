package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.error.InputException;
import io.skipscope.image.InputSpec;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** {@code --mean} and {@code --std}: how pictures are normalised. */
final class NormalisationOptions {
  @Option(
      names = "--mean",
      split = ",",
      paramLabel = "A",
      description = "Mean of each channel in units of 0..1, such as 0.5,0.5,0.5.")
  private float[] mean;

  @Option(
      names = "--std",
      split = ",",
      paramLabel = "A",
      description = "Standard deviation of each channel in units of 0..1.")
  private float[] std;

  /** The model with these numbers where they are given; says in one line which it uses. */
  Model apply(Model model, Output output) {
    Model normalised = model;
    if (mean != null || std != null) {
      InputSpec spec = model.inputSpec();
      float[] newMean = checked("--mean", mean, spec.mean());
      float[] newStd = checked("--std", std, spec.std());
      normalised = model.withNormalisation(newMean, newStd, source());
    }
    InputSpec spec = normalised.inputSpec();
    output.note(
        String.format(
            "Input %dx%d, mean %s, std %s (%s)",
            spec.height(),
            spec.width(),
            Arrays.toString(spec.mean()),
            Arrays.toString(spec.std()),
            spec.normalisationSource()));
    return normalised;
  }

  private float[] checked(String option, float[] given, float[] known) {
    if (given == null) {
      return known;
    }
    if (given.length != known.length) {
      throw new InputException(
          option, given.length + " numbers", known.length + ", one per channel");
    }
    for (float number : given) {
      if (!Float.isFinite(number) || given == std && number <= 0) {
        throw new InputException(
            option, String.valueOf(number), given == std ? "numbers above 0" : "finite numbers");
      }
    }
    return given;
  }

  private String source() {
    return mean == null ? "--std" : std == null ? "--mean" : "--mean and --std";
  }
}
