package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Arg;
import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Download;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.PreparedLaunch;
import io.skipscope.device.Queue;
import io.skipscope.device.SharedBuffer;
import io.skipscope.error.DeviceException;
import io.skipscope.tensor.DataType;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever call fails: one clear exception, and nothing stays open. */
@Tag("opencl")
class FaultTest {
  private static final int OUT_OF_RESOURCES = -5;
  private static final int MORE_THAN_ALL_CALLS = 500;

  private final JoclCl real = new JoclCl();

  @Test
  void anyFailingCallIsReportedAndLeavesNothingOpen() {
    OpenClForTests.firstDevice(OpenClPlatforms.discover(real));
    int reported = 0;
    for (int call = 0; call < MORE_THAN_ALL_CALLS; call++) {
      FaultyCl faulty = FaultyCl.over(real, call, OUT_OF_RESOURCES);
      reported += useDevice(faulty.cl(), call) ? 1 : 0;
      assertEquals(Map.of(), real.liveObjects(), "after the failure of call " + call);
      if (!faulty.hasFailed()) {
        assertTrue(reported > 20, reported + " failures were reported");
        return;
      }
    }
    throw new AssertionError("the work never ended without a failure");
  }

  /** Whether a failure came out as an exception; those while looking for devices do not. */
  private static boolean useDevice(Cl cl, int call) {
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl);
    if (platforms.devices().isEmpty()) {
      assertFalse(platforms.problems().isEmpty(), "call " + call + " failed silently");
      return false;
    }
    try (Device device = platforms.open(platforms.devices().get(0).id());
        Queue queue = device.openQueue()) {
      work(device, queue);
      return false;
    } catch (DeviceException e) {
      assertTrue(e.getMessage().contains("CL_OUT_OF_RESOURCES (-5)"), e.getMessage());
      assertEquals(OUT_OF_RESOURCES, e.code());
      return true;
    }
  }

  private static void work(Device device, Queue queue) {
    KernelSpec kernel = new KernelSpec("test/scale.ref.cl", "scale", Map.of());
    DeviceBuffer whole = device.allocate(4096);
    DeviceBuffer part = device.slice(whole, 2048, 16);
    queue.write(part, FloatBuffer.wrap(new float[] {1, 2, 3, 4}));
    List<Arg> args =
        List.of(new Arg.Buffer("x"), new Arg.Buffer("x"), new Arg.Int(4), new Arg.Factor(null));
    Bindings bindings = new OneBuffer(part);
    device.buildFor(new KernelLaunch("n", kernel, NdRange.of(4, 1, 1), args));
    queue.submit(new KernelLaunch("n", kernel, NdRange.of(4, 1, 1), args), bindings).elapsedNanos();
    queue.submit(new KernelLaunch("n", kernel, NdRange.of(4, 1, 1), args), bindings);
    List<Arg> scaled =
        List.of(new Arg.Buffer("x"), new Arg.Buffer("x"), new Arg.Int(4), new Arg.Factor("f"));
    try (PreparedLaunch prepared =
        queue.prepare(
            new KernelLaunch("n", kernel, NdRange.of(4, 1, 1), scaled), bindings::buffer)) {
      prepared.submit(factor -> 2);
      prepared.submitTimed(factor -> 3);
    }
    queue.read(part, FloatBuffer.allocate(4));
    queue.write(part, FloatBuffer.wrap(new float[] {5}));
    try (Download download = queue.download(part, FloatBuffer.allocate(4), DataType.FLOAT32)) {
      download.await();
    }
    SharedBuffer shared = device.allocateShared(4096);
    queue.write(device.slice(shared, 2048, 4), FloatBuffer.wrap(new float[] {5}));
    assertEquals(5, shared.show(queue).get(512));
    shared.hide(queue);
  }

  private record OneBuffer(DeviceBuffer buffer) implements Bindings {
    @Override
    public DeviceBuffer buffer(String value) {
      return buffer;
    }

    @Override
    public float factor(String name) {
      return 1;
    }
  }
}
