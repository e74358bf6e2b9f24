package io.skipscope.tap;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Launch;
import io.skipscope.device.Queue;
import io.skipscope.op.LayoutCopy;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** Runs launches that read {@code x} and fill its part of the table. */
final class StatsRunner {
  /** Channels of other values that come before those of {@code x}. */
  static final int FIRST_CHANNEL = 2;

  /** The table, and the copy of {@code x} in NCHW where launches make one. */
  record Result(float[] table, float[] copy) {}

  private StatsRunner() {}

  /** The table of a value of plain numbers. */
  static float[] run(Device device, Tensor x, List<? extends Launch> launches) {
    return run(device, x, Layout.NCHW, launches).table();
  }

  static Result run(Device device, Tensor x, Layout layout, List<? extends Launch> launches) {
    int channels = FIRST_CHANNEL + StatsTable.channelsOf(x.shape());
    float[] table = new float[channels * StatsTable.FIELDS];
    float[] copy = new float[x.data().length];
    try (Queue queue = device.openQueue();
        DeviceBuffer value = device.allocate(layout.sizeBytes(x.shape()));
        DeviceBuffer stats = device.allocate((long) table.length * Float.BYTES);
        DeviceBuffer copied = device.allocate((long) copy.length * Float.BYTES);
        DeviceBuffer scratch = device.allocate(StatsLaunches.scratchSizeBytes(x.shape()))) {
      queue.write(value, FloatBuffer.wrap(LayoutCopy.toLayout(x, layout)));
      queue.write(stats, FloatBuffer.wrap(table));
      Bindings bindings =
          bindings(
              Map.of("x", value, StatsTable.BUFFER, stats, "x.copy", copied, "scratch", scratch));
      launches.forEach(launch -> queue.submit(launch, bindings));
      queue.read(stats, FloatBuffer.wrap(table));
      queue.read(copied, FloatBuffer.wrap(copy));
      return new Result(table, copy);
    }
  }

  private static Bindings bindings(Map<String, DeviceBuffer> buffers) {
    return new Bindings() {
      @Override
      public DeviceBuffer buffer(String value) {
        return buffers.get(value);
      }

      @Override
      public float factor(String name) {
        return 1;
      }
    };
  }
}
