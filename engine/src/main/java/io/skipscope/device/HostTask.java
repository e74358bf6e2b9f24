package io.skipscope.device;

import java.util.function.IntConsumer;

/** An operator in plain Java loops: the oracle of every kernel. */
@FunctionalInterface
public interface HostTask {
  /** What a task sees of the device. Arrays are float32 NCHW, one element per element. */
  interface Memory {
    /** The array of a value; written in place. */
    float[] array(String value);

    /** A factor of the graph; 1 where the name is null. */
    float factor(String name);

    /** Calls {@code body} for 0 to {@code count} - 1, on several threads, and waits. */
    void parallelFor(int count, IntConsumer body);
  }

  void run(Memory memory);
}
