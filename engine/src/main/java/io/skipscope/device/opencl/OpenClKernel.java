package io.skipscope.device.opencl;

import io.skipscope.device.Arg;
import io.skipscope.device.Bindings;
import io.skipscope.device.Handle;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import java.util.List;

/** A kernel with its work-group limits. Used under the device's lock. */
final class OpenClKernel extends Handle {
  private final OpenClDevice device;
  private final ClObject raw;
  private final WorkGroupLimits limits;

  OpenClKernel(OpenClDevice device, OpenClProgram program, ClObject raw) {
    super(program);
    this.device = device;
    this.raw = raw;
    limits =
        device.guard().get("asking for work-group limits", () -> WorkGroupLimits.of(device, raw));
  }

  WorkGroupLimits limits() {
    return limits;
  }

  /** Sets the launch's arguments and the row range behind them. */
  void bind(KernelLaunch launch, Bindings bindings) {
    int index = 0;
    for (Arg arg : launch.args()) {
      bind(index, arg, bindings);
      index++;
    }
    device.cl().setInt(raw, index, launch.rowBegin());
    device.cl().setInt(raw, index + 1, launch.rowEnd());
  }

  private void bind(int index, Arg arg, Bindings bindings) {
    Cl cl = device.cl();
    if (arg instanceof Arg.Buffer named) {
      OpenClBuffer buffer = device.own(bindings.buffer(named.value()));
      buffer.requireUsable();
      cl.setBuffer(raw, index, buffer.raw());
    } else if (arg instanceof Arg.Int number) {
      cl.setInt(raw, index, number.value());
    } else if (arg instanceof Arg.Float number) {
      cl.setFloat(raw, index, number.value());
    } else if (arg instanceof Arg.Factor factor) {
      cl.setFloat(raw, index, factor.name() == null ? 1 : bindings.factor(factor.name()));
    } else if (arg instanceof Arg.Local memory) {
      cl.setLocal(raw, index, memory.sizeBytes());
    }
  }

  void setFactor(int index, float value) {
    device.cl().setFloat(raw, index, value);
  }

  /** How many work-items it takes to cover a range without an empty axis. */
  GroupedRange grouped(NdRange range) {
    long[] local = limits.fit(range.local());
    return new GroupedRange(WorkGroupLimits.cover(range, local), local);
  }

  void enqueue(ClObject queue, GroupedRange range) {
    device.cl().enqueueKernel(queue, raw, range.global(), range.local());
  }

  /** Likewise behind events of other queues; the event is to be released. */
  ClObject enqueueTimed(ClObject queue, GroupedRange range, List<ClObject> after) {
    return device.cl().enqueueTimedKernel(queue, raw, range.global(), range.local(), after);
  }

  /** Work-items in all and per work-group, along each axis. */
  record GroupedRange(long[] global, long[] local) {}

  @Override
  protected void release() {
    device.guard().run("releasing a kernel", () -> device.cl().releaseKernel(raw));
  }
}
