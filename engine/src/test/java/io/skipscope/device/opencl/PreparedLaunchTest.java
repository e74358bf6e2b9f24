package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Arg;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Event;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.PreparedLaunch;
import io.skipscope.device.Queue;
import io.skipscope.error.DeviceException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("opencl")
class PreparedLaunchTest {
  private static final KernelLaunch SCALE =
      new KernelLaunch(
          "scale",
          new KernelSpec("test/scale.ref.cl", "scale", Map.of()),
          NdRange.of(2, 1, 1),
          List.of(new Arg.Buffer("x"), new Arg.Buffer("y"), new Arg.Int(2), new Arg.Factor("f")));

  private final JoclCl cl = new JoclCl();
  private Device device;
  private Queue queue;
  private DeviceBuffer x;
  private DeviceBuffer y;

  @BeforeEach
  void open() {
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl);
    device = platforms.open(OpenClForTests.firstDevice(platforms));
    queue = device.openQueue();
    x = device.allocate(2 * Float.BYTES);
    y = device.allocate(2 * Float.BYTES);
    queue.write(x, FloatBuffer.wrap(new float[] {1, 2}));
  }

  @AfterEach
  void closeAndLookForLeaks() {
    if (device != null) {
      device.close();
      assertEquals(Map.of(), cl.liveObjects());
    }
  }

  @Test
  void everySubmissionTakesTheFactorOfItsRun() {
    PreparedLaunch launch = prepare();
    for (float factor : new float[] {1, 3, 3, 0, 1}) {
      launch.submit(name -> factor);
      assertArrayEquals(new float[] {factor, 2 * factor}, result());
    }
  }

  @Test
  void launchesOfOneKernelKeepTheirOwnArguments() {
    PreparedLaunch forth = prepare();
    PreparedLaunch back = queue.prepare(SCALE, name -> name.equals("x") ? y : x);
    forth.submit(name -> 5);
    back.submit(name -> 1);
    forth.submit(name -> 5);
    assertArrayEquals(new float[] {25, 50}, result());
  }

  @Test
  void anEmptyRangeDoesNothing() {
    PreparedLaunch empty = queue.prepare(SCALE.rows(0, 0), this::buffer);
    empty.submit(name -> 1);
    assertEquals(0, empty.submitTimed(name -> 1).elapsedNanos());
  }

  @Test
  void aTimedSubmissionComputesTheSame() {
    Event event = prepare().submitTimed(name -> 2);
    assertArrayEquals(new float[] {2, 4}, result());
    assertTrue(event.elapsedNanos() > 0);
  }

  @Test
  void untimedLaunchesHoldNoEvents() {
    PreparedLaunch launch = prepare();
    Map<ClObject.Kind, Integer> before = cl.liveObjects();
    for (int i = 0; i < 1000; i++) {
      launch.submit(name -> 1);
    }
    assertEquals(before, cl.liveObjects());
  }

  @Test
  void closedBuffersAndClosedLaunchesAreRefused() {
    PreparedLaunch launch = prepare();
    x.close();
    assertThrows(DeviceException.class, () -> launch.submit(name -> 1));
    assertThrows(DeviceException.class, () -> launch.submitTimed(name -> 1));
    launch.close();
    launch.close();
    assertThrows(DeviceException.class, () -> launch.submit(name -> 1));
  }

  @Test
  void closingALaunchReleasesItsKernelAlone() {
    prepare();
    Map<ClObject.Kind, Integer> before = cl.liveObjects();
    prepare().close();
    assertEquals(before, cl.liveObjects());
  }

  @Test
  void aSourceMayChangeRightAfterItWasWritten() {
    float[] numbers = {3, 4};
    for (int i = 0; i < 1000; i++) {
      numbers[0] = i;
      queue.write(x, FloatBuffer.wrap(numbers));
      numbers[0] = -1;
    }
    prepare().submit(name -> 1);
    assertArrayEquals(new float[] {999, 4}, result());
  }

  private PreparedLaunch prepare() {
    return queue.prepare(SCALE, this::buffer);
  }

  private DeviceBuffer buffer(String name) {
    return name.equals("x") ? x : y;
  }

  private float[] result() {
    float[] numbers = new float[2];
    queue.read(y, FloatBuffer.wrap(numbers));
    return numbers;
  }
}
