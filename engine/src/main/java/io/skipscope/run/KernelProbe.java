package io.skipscope.run;

import io.skipscope.device.Arg;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.Launch;
import io.skipscope.device.NdRange;
import java.util.List;
import java.util.Map;

/** Measures with the kernels of {@code measure/}. */
final class KernelProbe implements SpeedProbe {
  private static final int CHAINS = 10;
  private static final int CPU_ITEMS_PER_UNIT = 16;
  private static final int GPU_ITEMS_PER_UNIT = 2048;

  private final int lanes;
  private final int columns;
  private final NdRange.WorkGroup group;

  KernelProbe(DeviceInfo device) {
    boolean cpu = device.type() == DeviceType.CPU;
    lanes = Math.max(4, Math.min(16, Integer.highestOneBit(device.nativeVectorWidth())));
    columns = device.computeUnits() * (cpu ? CPU_ITEMS_PER_UNIT : GPU_ITEMS_PER_UNIT);
    group = new NdRange.WorkGroup(cpu ? 1 : 64, 1, 1);
  }

  @Override
  public Launch multiplyAdds(int iterations) {
    Map<String, String> defines =
        Map.of("VECTOR", "float" + lanes, "LANES", Integer.toString(lanes));
    return new KernelLaunch(
        "multiply-add peak",
        new KernelSpec("measure/mad_peak.ref.cl", "mad_peak", defines),
        new NdRange(columns, 1, 1, group),
        List.of(
            new Arg.Buffer(OUTPUT),
            new Arg.Int(columns),
            new Arg.Int(iterations),
            new Arg.Float(0.999f),
            new Arg.Float(0.001f)));
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public long flopsPerIteration() {
    return 2L * CHAINS * lanes * columns;
  }

  @Override
  public Launch copy(int rows) {
    return new KernelLaunch(
        "copy",
        new KernelSpec("measure/copy.ref.cl", "copy", Map.of()),
        new NdRange(COPY_COLUMNS, rows, 1, new NdRange.WorkGroup(256, 1, 1)),
        List.of(new Arg.Buffer(INPUT), new Arg.Buffer(OUTPUT), new Arg.Int(COPY_COLUMNS)));
  }
}
