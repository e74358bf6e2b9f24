package io.skipscope.viewer.state;

/**
 * A line of the device chooser.
 *
 * @param id as `skipscope devices` prints it
 * @param label the device's name and kind, or the platform's
 * @param problem why it cannot be used; empty for a device that can
 */
public record DeviceChoice(String id, String label, String problem) {
  public boolean isUsable() {
    return problem.isEmpty();
  }

  @Override
  public String toString() {
    return label;
  }
}
