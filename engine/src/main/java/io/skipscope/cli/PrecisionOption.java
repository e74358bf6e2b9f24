package io.skipscope.cli;

import io.skipscope.plan.Precision;
import picocli.CommandLine.Option;

/** {@code --precision}: how weights and activations are stored. */
final class PrecisionOption {
  @Option(
      names = "--precision",
      paramLabel = "float|half",
      description = "How numbers are stored on the device; arithmetic is in float.")
  private Precision precision = Precision.FLOAT;

  Precision get() {
    return precision;
  }
}
