package io.skipscope.schedule;

/** What a schedule is to be good at. */
public enum Goal {
  /** One frame at a time, each as fast as possible. */
  LATENCY,
  /** As many frames a second as possible; several are on their way at once. */
  THROUGHPUT
}
