package io.skipscope.op;

/** The kinds of device that a kernel variant is shaped for. */
public enum KernelFamily {
  /** To be read; runs anywhere at any work-group size. */
  REF,
  /** Explicit vectors, work-groups of one. */
  CPU,
  /** Tiles in local memory, work-groups up to 256. */
  GPU
}
