package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Arg;
import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Event;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.Queue;
import io.skipscope.error.DeviceException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("opencl")
class OpenClDeviceTest {
  private static final KernelSpec SCALE = new KernelSpec("test/scale.ref.cl", "scale", Map.of());

  private final JoclCl cl = new JoclCl();
  private Device device;
  private Queue queue;

  @BeforeEach
  void open() {
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl);
    device = platforms.open(OpenClForTests.firstDevice(platforms));
    queue = device.openQueue();
  }

  @AfterEach
  void closeAndLookForLeaks() {
    if (device != null) {
      device.close();
      device.close();
      assertEquals(0, device.liveObjects());
      assertEquals(Map.of(), cl.liveObjects());
    }
  }

  @Test
  void kernelComputesWithItsFactorAndDefines() {
    KernelSpec shifted = new KernelSpec(SCALE.source(), "scale", Map.of("OFFSET", "0.5f"));
    DeviceBuffer x = filled(1, 2, 3, 4, 5, 6);
    DeviceBuffer y = filled(0, 0, 0, 0, 0, 0);
    Event event = queue.submit(launch(shifted, 3, 2, NdRange.DEFAULT_GROUP), bindings(x, y, 2));
    assertTrue(event.elapsedNanos() > 0);
    assertArrayEquals(new float[] {2.5f, 4.5f, 6.5f, 8.5f, 10.5f, 12.5f}, read(y, 6));
  }

  @Test
  void rowRangeTouchesItsRowsOnly() {
    DeviceBuffer x = filled(1, 2, 3, 4, 5, 6);
    DeviceBuffer y = filled(0, 0, 0, 0, 0, 0);
    KernelLaunch whole = launch(SCALE, 2, 3, NdRange.DEFAULT_GROUP);
    queue.submit(whole.rows(1, 2), bindings(x, y, 1));
    assertArrayEquals(new float[] {0, 0, 3, 4, 0, 0}, read(y, 6));
    queue.submit(whole.rows(2, 3), bindings(x, y, 1));
    assertArrayEquals(new float[] {0, 0, 3, 4, 5, 6}, read(y, 6));
  }

  @Test
  void emptyRangeIsSkipped() {
    DeviceBuffer x = filled(1);
    KernelLaunch whole = launch(SCALE, 1, 1, NdRange.DEFAULT_GROUP);
    assertEquals(0, queue.submit(whole.rows(1, 1), bindings(x, x, 1)).elapsedNanos());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1 << 20})
  void anyPreferredWorkGroupGivesTheSameNumbers(int columns) {
    DeviceBuffer x = filled(1, 2, 3, 4, 5, 6);
    DeviceBuffer y = filled(0, 0, 0, 0, 0, 0);
    NdRange.WorkGroup group = new NdRange.WorkGroup(columns, 2, 1);
    queue.submit(launch(SCALE, 3, 2, group), bindings(x, y, 3));
    assertArrayEquals(new float[] {3, 6, 9, 12, 15, 18}, read(y, 6));
  }

  @Test
  void sliceSeesItsPartOfTheParent() {
    int align = device.info().baseAddressAlignBytes();
    DeviceBuffer parent = device.allocate(4L * align);
    DeviceBuffer half = device.slice(parent, 2L * align, 2L * align);
    DeviceBuffer quarter = device.slice(half, align, align);
    queue.write(parent, FloatBuffer.allocate(align));
    queue.write(quarter, FloatBuffer.wrap(new float[] {7}));
    assertEquals(7, read(parent, align)[3 * align / Float.BYTES]);
    assertEquals(7, read(half, 2 * align / Float.BYTES)[align / Float.BYTES]);
  }

  @Test
  void closingABufferClosesItsSlices() {
    int before = device.liveObjects();
    DeviceBuffer parent = device.allocate(1 << 16);
    DeviceBuffer slice = device.slice(parent, 0, 64);
    parent.close();
    slice.close();
    assertEquals(before, device.liveObjects());
    assertThrows(DeviceException.class, () -> queue.read(slice, FloatBuffer.allocate(1)));
  }

  @Test
  void sliceOutsideOfItsParentIsRefused() {
    DeviceBuffer parent = device.allocate(1 << 16);
    assertThrows(DeviceException.class, () -> device.slice(parent, 4, 64));
    assertThrows(DeviceException.class, () -> device.slice(parent, 1 << 15, 1 << 16));
  }

  @Test
  void copiesBiggerThanTheStagingMemoryArriveWhole() {
    float[] numbers = new float[StagingPool.SIZE_BYTES / Float.BYTES * 2 + 3];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    assertArrayEquals(numbers, read(filled(numbers), numbers.length));
  }

  @Test
  void emptyBuffersAreAllowed() {
    DeviceBuffer empty = device.allocate(0);
    queue.write(empty, FloatBuffer.allocate(0));
    queue.read(empty, FloatBuffer.allocate(0));
    assertEquals(0, device.slice(empty, 0, 0).sizeBytes());
  }

  @Test
  void copyBeyondTheBufferIsRefused() {
    assertThrows(DeviceException.class, () -> queue.write(filled(1), FloatBuffer.allocate(2)));
  }

  @Test
  void bufferBeyondTheDevicesLimitIsRefusedInOneLine() {
    DeviceException e =
        assertThrows(DeviceException.class, () -> device.allocate(Long.MAX_VALUE / 2));
    assertTrue(e.getMessage().contains(device.info().label()), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @Test
  void buildErrorNamesFileAndLineAndKeepsTheLog() {
    KernelSpec broken = new KernelSpec("test/broken.ref.cl", "broken", Map.of());
    DeviceException e = assertThrows(DeviceException.class, () -> device.build(broken));
    assertTrue(e.getMessage().contains("test/broken.ref.cl:11"), e.getMessage());
    assertTrue(e.getMessage().contains("undeclaredName"), e.getMessage());
    assertTrue(e.buildLog().contains("undeclaredName"), e.buildLog());
    assertEquals(ClStatus.BUILD_PROGRAM_FAILURE, e.code());
  }

  @Test
  void missingSourceAndMissingFunctionAreNamed() {
    KernelSpec noFile = new KernelSpec("test/no.ref.cl", "no", Map.of());
    KernelSpec noFunction = new KernelSpec(SCALE.source(), "noSuchKernel", Map.of());
    DeviceException file = assertThrows(DeviceException.class, () -> device.build(noFile));
    DeviceException function = assertThrows(DeviceException.class, () -> device.build(noFunction));
    assertTrue(file.getMessage().contains("test/no.ref.cl"), file.getMessage());
    assertTrue(function.getMessage().contains("noSuchKernel"), function.getMessage());
    assertTrue(
        function.getMessage().contains("CL_INVALID_KERNEL_NAME (-46)"), function.getMessage());
  }

  @Test
  void equalKernelsAreBuiltOnce() {
    device.build(SCALE);
    int before = device.liveObjects();
    device.build(new KernelSpec(SCALE.source(), "scale", Map.of()));
    assertEquals(before, device.liveObjects());
  }

  @Test
  void thousandLaunchesLeaveNothingBehind() {
    DeviceBuffer x = filled(1, 2);
    KernelLaunch launch = launch(SCALE, 2, 1, NdRange.DEFAULT_GROUP);
    queue.submit(launch, bindings(x, x, 1));
    queue.finish();
    Map<ClObject.Kind, Integer> before = cl.liveObjects();
    for (int i = 0; i < 1000; i++) {
      queue.submit(launch, bindings(x, x, 1));
    }
    queue.finish();
    assertEquals(before, cl.liveObjects());
  }

  @Test
  void timesOfLaunchesUnderWayAreKeptAfterTheirEventsAreGone() {
    DeviceBuffer x = filled(1, 2);
    KernelLaunch launch = launch(SCALE, 2, 1, NdRange.DEFAULT_GROUP);
    Event first = queue.submit(launch, bindings(x, x, 1));
    for (int i = 0; i < 600; i++) {
      queue.submit(launch, bindings(x, x, 1));
    }
    queue.finish();
    long nanos = first.elapsedNanos();
    assertTrue(nanos > 0);
    assertEquals(nanos, first.elapsedNanos());
  }

  @Test
  void workOfAnotherDeviceIsRefused() {
    DeviceBuffer x = filled(1);
    HostLaunch loops = new HostLaunch("loops", memory -> {});
    assertThrows(DeviceException.class, () -> queue.submit(loops, bindings(x, x, 1)));
  }

  @Test
  void closedQueueRefusesWork() {
    DeviceBuffer x = filled(1);
    queue.close();
    KernelLaunch launch = launch(SCALE, 1, 1, NdRange.DEFAULT_GROUP);
    assertThrows(DeviceException.class, () -> queue.submit(launch, bindings(x, x, 1)));
  }

  private DeviceBuffer filled(float... numbers) {
    DeviceBuffer buffer = device.allocate((long) numbers.length * Float.BYTES);
    queue.write(buffer, FloatBuffer.wrap(numbers));
    return buffer;
  }

  private float[] read(DeviceBuffer buffer, int count) {
    FloatBuffer numbers = FloatBuffer.allocate(count);
    queue.read(buffer, numbers);
    return numbers.array();
  }

  private static KernelLaunch launch(
      KernelSpec kernel, int columns, int rows, NdRange.WorkGroup group) {
    List<Arg> args =
        List.of(
            new Arg.Buffer("x"), new Arg.Buffer("y"), new Arg.Int(columns), new Arg.Factor("s"));
    return new KernelLaunch("scale", kernel, new NdRange(columns, rows, 1, group), args);
  }

  private static Bindings bindings(DeviceBuffer x, DeviceBuffer y, float factor) {
    return new Bindings() {
      @Override
      public DeviceBuffer buffer(String value) {
        return value.equals("x") ? x : y;
      }

      @Override
      public float factor(String name) {
        return factor;
      }
    };
  }
}
