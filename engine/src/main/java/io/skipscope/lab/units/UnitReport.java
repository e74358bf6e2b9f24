package io.skipscope.lab.units;

import io.skipscope.image.PictureSet;
import java.util.List;

/**
 * What the channels of some values do over a set of pictures.
 *
 * @param pictures how many were run
 * @param skipped those that could not be run, in their order
 */
public record UnitReport(int pictures, List<Skipped> skipped, List<ValueUnits> values) {
  /**
   * A picture that was left out.
   *
   * @param problem why it cannot be read, in one line
   */
  public record Skipped(PictureSet.Entry picture, String problem) {}

  public UnitReport {
    skipped = List.copyOf(skipped);
    values = List.copyOf(values);
  }
}
