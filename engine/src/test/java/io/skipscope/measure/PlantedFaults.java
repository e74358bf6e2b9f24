package io.skipscope.measure;

import io.skipscope.device.Arg;
import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.device.Queue;
import io.skipscope.run.DeviceCatalog;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * Runs {@code planted/faults.ref.cl} of the test resources with the fault that the argument names.
 */
final class PlantedFaults {
  private static final int COUNT = 32;
  private static final int GROUP = 16;

  private PlantedFaults() {}

  public static void main(String[] arguments) {
    DeviceCatalog catalog = DeviceCatalog.discover();
    String id = catalog.devices().stream().map(DeviceInfo::id).findFirst().orElseThrow();
    try (Device device = catalog.open(id);
        Queue queue = device.openQueue();
        DeviceBuffer input = device.allocate(COUNT * Float.BYTES);
        DeviceBuffer output = device.allocate(COUNT * Float.BYTES)) {
      queue.write(input, numbers());
      queue.submit(
          launch(arguments[0]),
          Bindings.of(Map.of("input", input, "output", output)::get, factor -> 1));
      queue.finish();
    }
  }

  /** All different, because races between equal numbers are not told. */
  private static FloatBuffer numbers() {
    float[] numbers = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      numbers[i] = i;
    }
    return FloatBuffer.wrap(numbers);
  }

  private static KernelLaunch launch(String fault) {
    KernelSpec kernel = new KernelSpec("planted/faults.ref.cl", "planted", Map.of(fault, ""));
    NdRange range = new NdRange(COUNT, 1, 1, new WorkGroup(GROUP, 1, 1));
    List<Arg> args = List.of(new Arg.Buffer("input"), new Arg.Buffer("output"));
    return new KernelLaunch("planted", kernel, range, args);
  }
}
