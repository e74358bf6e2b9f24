package io.skipscope.cli;

import picocli.CommandLine.Option;

/** {@code --limit}: how many pictures of a data set to look at. */
final class LimitOption {
  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Look at N pictures, evenly spread over the data set.")
  private int pictures = Integer.MAX_VALUE;

  int pictures() {
    return pictures;
  }
}
