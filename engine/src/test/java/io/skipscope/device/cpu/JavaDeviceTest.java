package io.skipscope.device.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Bindings;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.Queue;
import io.skipscope.error.DeviceException;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaDeviceTest {
  private final JavaDevice device = new JavaDevice(2);

  @AfterEach
  void close() {
    device.close();
  }

  @Test
  void launchSeesWhatWasWrittenAndReadSeesWhatItWrote() {
    Queue queue = device.openQueue();
    DeviceBuffer x = device.allocate(3 * Float.BYTES);
    DeviceBuffer y = device.allocate(3 * Float.BYTES);
    queue.write(x, FloatBuffer.wrap(new float[] {1, 2, 3}));
    HostLaunch scale =
        new HostLaunch(
            "scale",
            memory ->
                memory.parallelFor(
                    3, i -> memory.array("y")[i] = memory.factor("alpha") * memory.array("x")[i]));
    assertTrue(queue.submit(scale, bindings(x, y)).elapsedNanos() >= 0);
    float[] result = new float[3];
    queue.read(y, FloatBuffer.wrap(result));
    assertArrayEquals(new float[] {2, 4, 6}, result);
  }

  @Test
  void parallelForCallsEachIndexOnce() {
    AtomicIntegerArray calls = new AtomicIntegerArray(1000);
    device.parallelFor(1000, calls::incrementAndGet);
    for (int i = 0; i < 1000; i++) {
      assertEquals(1, calls.get(i));
    }
  }

  @Test
  void exceptionInALoopReachesTheCaller() {
    DeviceException thrown = new DeviceException("x", "y", "z");
    assertThrows(
        DeviceException.class,
        () ->
            device.parallelFor(
                10,
                i -> {
                  throw thrown;
                }));
  }

  @Test
  void sliceHasMemoryOfItsOwnAndIsClosedWithItsParent() {
    DeviceBuffer parent = device.allocate(256);
    DeviceBuffer slice = device.slice(parent, 64, 64);
    assertEquals(64, slice.sizeBytes());
    assertEquals(2, device.liveObjects());
    parent.close();
    assertEquals(0, device.liveObjects());
    Queue queue = device.openQueue();
    assertThrows(DeviceException.class, () -> queue.read(slice, FloatBuffer.allocate(1)));
  }

  @Test
  void misalignedSliceIsRefused() {
    DeviceBuffer parent = device.allocate(256);
    assertThrows(DeviceException.class, () -> device.slice(parent, 4, 64));
    assertThrows(DeviceException.class, () -> device.slice(parent, 192, 128));
  }

  @Test
  void closingReleasesEverythingAndTwiceIsHarmless() {
    device.openQueue();
    device.allocate(16);
    device.close();
    device.close();
    assertEquals(0, device.liveObjects());
    assertThrows(DeviceException.class, () -> device.allocate(16));
  }

  @Test
  void emptyBufferIsAllowed() {
    Queue queue = device.openQueue();
    queue.write(device.allocate(0), FloatBuffer.allocate(0));
  }

  private static Bindings bindings(DeviceBuffer x, DeviceBuffer y) {
    return new Bindings() {
      @Override
      public DeviceBuffer buffer(String value) {
        return value.equals("x") ? x : y;
      }

      @Override
      public float factor(String name) {
        return 2;
      }
    };
  }
}
