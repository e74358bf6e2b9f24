package io.skipscope.device;

/** One piece of work for a queue, done for a node of the graph. */
public sealed interface Launch permits KernelLaunch, HostLaunch {
  /** The node, for reports and traces. */
  String node();

  /** What runs, for reports: {@code conv2d.ref} or {@code java}. */
  String kernelName();
}
