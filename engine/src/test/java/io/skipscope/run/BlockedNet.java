package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Zoo;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** ResNet-20 with kernels for processors, ready on the OpenCL device in each test. */
final class BlockedNet implements BeforeEachCallback, AfterEachCallback {
  static final Graph GRAPH = Passes.prepare(Zoo.build("resnet20", 3));
  private static final PlanOptions BLOCKED = new PlanOptions(Passes.Options.ALL, KernelFamily.CPU);

  private Device device;
  private Runner runner;

  @Override
  public void beforeEach(ExtensionContext context) {
    device = TestDevices.open(TestDevices.OPENCL);
    runner = new Runner(device, GRAPH, BLOCKED);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  Runner runner() {
    return runner;
  }

  int liveObjects() {
    return device.liveObjects();
  }

  /** Closes the device, on which nothing may be left; does nothing the second time. */
  void close() {
    if (runner != null) {
      runner.close();
      runner = null;
      device.close();
      assertEquals(0, device.liveObjects());
    }
  }
}
