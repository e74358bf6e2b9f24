package io.skipscope.op;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.StoredNumbers;
import java.util.Collection;

/** Launches and tasks for values that are stored in a type other than float. */
public final class Storage {
  /** The macro that {@code common/storage.clh} asks for. */
  private static final String HALF_MACRO = "STORAGE_HALF";

  private Storage() {}

  /** The launch on values of such a type, FLOAT32 or FLOAT16. */
  public static KernelLaunch in(DataType type, KernelLaunch launch) {
    return type == DataType.FLOAT16
        ? launch.withKernel(launch.kernel().withDefine(HALF_MACRO, ""))
        : launch;
  }

  /**
   * A task whose results are rounded to a type, as if they had been stored in it.
   *
   * @param written the values that it writes
   */
  public static HostTask rounded(DataType type, HostTask task, Collection<String> written) {
    return type == DataType.FLOAT32
        ? task
        : memory -> {
          task.run(memory);
          written.forEach(value -> round(type, memory.array(value)));
        };
  }

  private static void round(DataType type, float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = StoredNumbers.rounded(numbers[i], type);
    }
  }
}
