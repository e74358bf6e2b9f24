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
 * @param group the nodes that it does of the range; null for all nodes
 */
public record Part(
    String device, int from, int to, int frames, double millis, Slab slab, NodeGroup group) {
  /** All rows of a range. */
  public Part(String device, int from, int to, int frames, double millis) {
    this(device, from, to, frames, millis, null, null);
  }

  Part withMillis(double now) {
    return new Part(device, from, to, frames, now, slab, group);
  }

  /** Parts of the same number work side by side on a frame, the lower numbers first. */
  public int stage() {
    return group == null ? from : group.stage();
  }

  /**
   * Such as {@code layer1.0 - layer1.2, rows 0-27}, or {@code layer2.0, shortcut}; unique among the
   * parts of a device.
   */
  public String describe(Chain chain) {
    if (group != null) {
      return group.name();
    }
    String range = chain.describe(from, to);
    return slab == null ? range : range + ", " + slab.output();
  }
}
