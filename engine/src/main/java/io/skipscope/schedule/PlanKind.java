package io.skipscope.schedule;

import java.util.Locale;

/** How work is spread over devices. */
public enum PlanKind {
  /** One device does everything. */
  SINGLE,
  /** Each device runs the whole network on its share of the frames. */
  BATCH,
  /** Each device runs a range of the network on every frame, and hands it on. */
  PIPELINE,
  /** One device runs the network, others run branches beside its own until they meet again. */
  BRANCH,
  /** Each device does some rows of every map of one frame, while that pays. */
  SPLIT;

  /** As people write it, such as {@code pipeline}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
