package io.skipscope.op.conv;

import io.skipscope.device.HostTask;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * A device's memory and some values more, by name.
 *
 * @param more hides values of the same name
 */
record ExtendedMemory(HostTask.Memory memory, Map<String, float[]> more)
    implements HostTask.Memory {
  @Override
  public float[] array(String name) {
    float[] numbers = more.get(name);
    return numbers == null ? memory.array(name) : numbers;
  }

  @Override
  public float factor(String name) {
    return memory.factor(name);
  }

  @Override
  public void parallelFor(int count, IntConsumer body) {
    memory.parallelFor(count, body);
  }
}
