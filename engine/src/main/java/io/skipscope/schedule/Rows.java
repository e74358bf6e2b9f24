package io.skipscope.schedule;

/**
 * Rows of a feature map, counted from its top.
 *
 * @param begin first row
 * @param end row after the last
 */
public record Rows(int begin, int end) {
  public int count() {
    return end - begin;
  }

  /** What both have in common; empty if nothing. */
  public Rows intersect(Rows other) {
    int first = Math.max(begin, other.begin);
    return new Rows(first, Math.max(first, Math.min(end, other.end)));
  }

  /** The least range that holds both. */
  Rows hull(Rows other) {
    return new Rows(Math.min(begin, other.begin), Math.max(end, other.end));
  }

  /** The rows of a map of that height; at least one. */
  Rows within(int height) {
    int first = Math.min(Math.max(begin, 0), height - 1);
    return new Rows(first, Math.min(Math.max(end, first + 1), height));
  }

  /** Such as {@code rows 0-27}. */
  @Override
  public String toString() {
    return "rows " + begin + "-" + (end - 1);
  }
}
