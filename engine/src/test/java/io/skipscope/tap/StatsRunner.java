package io.skipscope.tap;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Launch;
import io.skipscope.device.Queue;
import io.skipscope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** Runs launches that read {@code x} and fill {@code x.stats}. */
final class StatsRunner {
  private StatsRunner() {}

  static float[] run(Device device, Tensor x, List<? extends Launch> launches) {
    long resultBytes = StatsLaunches.resultSizeBytes(x.shape());
    try (Queue queue = device.openQueue();
        DeviceBuffer value = device.allocate((long) x.data().length * Float.BYTES);
        DeviceBuffer stats = device.allocate(resultBytes);
        DeviceBuffer scratch = device.allocate(StatsLaunches.scratchSizeBytes(x.shape()))) {
      queue.write(value, direct(x.data().length).put(x.data()).flip());
      Bindings bindings = bindings(Map.of("x", value, "x.stats", stats, "scratch", scratch));
      launches.forEach(launch -> queue.submit(launch, bindings));
      float[] result = new float[(int) (resultBytes / Float.BYTES)];
      FloatBuffer target = direct(result.length);
      queue.read(stats, target);
      target.rewind().get(result);
      return result;
    }
  }

  private static FloatBuffer direct(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
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
