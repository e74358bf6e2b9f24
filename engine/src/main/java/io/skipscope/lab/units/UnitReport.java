package io.skipscope.lab.units;

import java.util.List;

/**
 * What the channels of some values do over a set of pictures.
 *
 * @param pictures how many were run
 */
public record UnitReport(int pictures, List<ValueUnits> values) {
  public UnitReport {
    values = List.copyOf(values);
  }
}
