package io.skipscope.lab.units;

/** Whether a channel has anything to say about the pictures that were run. */
public enum ChannelState {
  ACTIVE,
  /** Its numbers differ, and none is above zero: a ReLU behind it lets nothing through. */
  NEVER_POSITIVE,
  /** All of its numbers are the same, zero or not. */
  CONSTANT;

  public boolean isDead() {
    return this != ACTIVE;
  }

  /** NaN, which stands for no number at all, makes neither. */
  static ChannelState of(float min, float max) {
    if (min == max) {
      return CONSTANT;
    }
    return max <= 0 ? NEVER_POSITIVE : ACTIVE;
  }
}
