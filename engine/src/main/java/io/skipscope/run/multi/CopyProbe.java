package io.skipscope.run.multi;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Queue;
import io.skipscope.schedule.CopyCost;
import io.skipscope.schedule.Rows;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;

/** Measures copies between a device and the host, and within the host: of little, and of much. */
final class CopyProbe {
  private static final int LARGE_FLOATS = 1 << 20;
  private static final int RUNS = 7;

  private CopyProbe() {}

  /** Host to device. */
  static CopyCost upload(Device device) {
    return measure(
        device,
        (queue, buffer, numbers) -> {
          queue.write(buffer, numbers);
          queue.finish();
        });
  }

  /** Device to host. */
  static CopyCost download(Device device) {
    return measure(device, Queue::read);
  }

  /** Within the host, of rows that two devices have computed. */
  static CopyCost gather() {
    Shape large = Shape.of(1, 64, 128, 128);
    return CopyCost.of(
        gatherMillis(Shape.of(1, 1, 2, 1)),
        gatherMillis(large),
        (long) large.elementCount() * Float.BYTES);
  }

  private static double gatherMillis(Shape shape) {
    int half = shape.height() / 2;
    Tensor numbers = Tensor.zeros(shape);
    Slabs slabs =
        Slabs.of(
            List.of(
                new Slabs.Piece("upper", new Rows(0, half), 0, numbers),
                new Slabs.Piece("lower", new Rows(half, 2 * half), half, numbers)));
    Tensor target = Tensor.zeros(shape);
    return medianMillis(() -> slabs.rows(slabs.allRows(), any -> target));
  }

  @FunctionalInterface
  private interface Copy {
    void run(Queue queue, DeviceBuffer buffer, FloatBuffer numbers);
  }

  private static CopyCost measure(Device device, Copy copy) {
    long largeBytes = (long) LARGE_FLOATS * Float.BYTES;
    FloatBuffer numbers = FloatBuffer.allocate(LARGE_FLOATS);
    try (Queue queue = device.openQueue();
        DeviceBuffer buffer = device.allocate(largeBytes)) {
      // Memory that was never written may not be there yet.
      queue.write(buffer, numbers.duplicate());
      double small = medianMillis(() -> copy.run(queue, buffer, numbers.slice(0, 1)));
      double large = medianMillis(() -> copy.run(queue, buffer, numbers.duplicate()));
      return CopyCost.of(small, large, largeBytes);
    }
  }

  static double medianMillis(Runnable work) {
    return medianMillis(RUNS, work);
  }

  /** The median of some runs behind one that is not counted. */
  static double medianMillis(int runs, Runnable work) {
    work.run();
    double[] millis = new double[runs];
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      work.run();
      millis[run] = (System.nanoTime() - start) / 1e6;
    }
    return Median.of(millis);
  }
}
