package io.skipscope.viewer.render;

import java.util.Locale;

/** Numbers as the window writes them. */
public final class Numbers {
  private Numbers() {}

  /** Three decimals, or two significant digits and a power of ten where that says too little. */
  public static String value(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return String.valueOf(value);
    }
    if (size != 0 && (size < 0.001 || size >= 100_000)) {
      return String.format(Locale.ROOT, "%.1e", value).replace('-', '\u2212');
    }
    return String.format(Locale.ROOT, size >= 100 ? "%.1f" : "%.3f", value).replace('-', '\u2212');
  }

  /** Two significant digits, or all before the point: {@code 0.37}, {@code −6.5}, {@code 123}. */
  public static String brief(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < 0.1 || size >= 100_000) {
      return value(value);
    }
    String digits = size >= 10 ? "%.0f" : size >= 1 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, digits, value).replace('-', '\u2212');
  }

  /** A count with a unit: {@code 987}, {@code 73.9 k}, {@code 11.7 M}, {@code 4.09 G}. */
  public static String count(long count) {
    if (count < 1_000) {
      return String.valueOf(count);
    }
    String units = "kMGT";
    double scaled = count;
    int unit = -1;
    while (scaled >= 999.5 && unit < units.length() - 1) {
      scaled /= 1_000;
      unit++;
    }
    String digits = scaled >= 100 ? "%.0f %c" : scaled >= 10 ? "%.1f %c" : "%.2f %c";
    return String.format(Locale.ROOT, digits, scaled, units.charAt(unit));
  }

  /** A time: {@code 0.84 ms}, {@code 12.3 ms}, {@code 1.40 s}. */
  public static String time(long nanos) {
    double millis = nanos / 1e6;
    if (millis >= 1_000) {
      return String.format(Locale.ROOT, "%.2f s", millis / 1_000);
    }
    return String.format(Locale.ROOT, millis >= 10 ? "%.1f ms" : "%.2f ms", millis);
  }

  /** How many a second: {@code 24.7}. */
  public static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%.1f", perSecond);
  }

  /** A difference of probabilities in percentage points, with its sign: {@code +3.1}. */
  public static String points(double difference) {
    return String.format(Locale.ROOT, "%+.1f", 100 * difference).replace('-', '\u2212');
  }

  /** A share between 0 and 1 without decimals: {@code 34 %}. */
  public static String wholePercent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** A probability between 0 and 1: {@code 97.3 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
