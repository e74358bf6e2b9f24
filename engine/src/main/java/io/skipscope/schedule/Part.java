package io.skipscope.schedule;

/**
 * What one device does in a schedule.
 *
 * @param device the device's id
 * @param from first segment of its range
 * @param to segment after its range
 * @param frames how many frames pass through
 * @param millis predicted time that a frame keeps the device busy, copies included
 * @param slab the rows that it does of a range that others do too; null for all rows
 */
public record Part(String device, int from, int to, int frames, double millis, Slab slab) {
  /** All rows of a range. */
  public Part(String device, int from, int to, int frames, double millis) {
    this(device, from, to, frames, millis, null);
  }

  Part withMillis(double now) {
    return new Part(device, from, to, frames, now, slab);
  }

  /** Such as {@code layer1.0 - layer1.2, rows 0-27}. */
  public String describe(Chain chain) {
    String range = chain.describe(from, to);
    return slab == null ? range : range + ", " + slab.output();
  }
}
