package io.skipscope.plan;

/** Names of the buffers that hold a value's statistics during a run. */
public final class StatsValues {
  private StatsValues() {}

  public static String result(String value) {
    return value + "#stats";
  }

  static String scratch(String value) {
    return value + "#scratch";
  }
}
