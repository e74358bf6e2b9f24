package io.skipscope.samples.benchmarks.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ratios of slices that ran right after each other, and what is said of them. */
final class Ratios {
  private final String what;
  private final double bar;
  private final List<Double> ratios = new ArrayList<>();

  Ratios(String what) {
    this(what, 0);
  }

  /**
   * @param bar what the median should reach; 0 for none
   */
  Ratios(String what, double bar) {
    this.what = what;
    this.bar = bar;
  }

  void add(double value, double reference) {
    ratios.add(value / reference);
  }

  /** One line: the median of an odd or even number of ratios, and the middle half. */
  String text() {
    List<Double> sorted = ratios.stream().sorted().toList();
    int last = sorted.size() - 1;
    double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
    String line =
        String.format(
            Locale.ROOT,
            "%s: median %.3f of %d, middle half %.3f to %.3f",
            what,
            median,
            sorted.size(),
            sorted.get(last / 4),
            sorted.get(last - last / 4));
    return bar == 0 ? line : line + String.format(Locale.ROOT, " (bar %.2f)", bar);
  }
}
