package io.skipscope.device.opencl;

import io.skipscope.device.Arg;
import io.skipscope.device.Bindings;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Event;
import io.skipscope.device.Factors;
import io.skipscope.device.Handle;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.PreparedLaunch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A launch with a native kernel of its own, whose arguments stay set: all that is left for a run is
 * to set the factors that have changed, and to enqueue.
 */
final class OpenClLaunch extends Handle implements PreparedLaunch {
  /** What a factor is until a run says otherwise. */
  private static final float NEUTRAL = 1;

  private final OpenClDevice device;
  private final OpenClQueue queue;
  private final OpenClKernel kernel;
  private final KernelLaunch launch;
  private final OpenClKernel.GroupedRange range;
  private final String work;
  private final List<OpenClBuffer> buffers = new ArrayList<>();
  private final List<FactorArg> factors = new ArrayList<>();

  private OpenClLaunch(
      OpenClDevice device,
      OpenClQueue queue,
      OpenClKernel kernel,
      KernelLaunch launch,
      Function<String, DeviceBuffer> memory) {
    super(kernel);
    this.device = device;
    this.queue = queue;
    this.kernel = kernel;
    this.launch = launch;
    work = OpenClQueue.workOf(launch);
    range = launch.range().isEmpty() ? null : kernel.grouped(launch.range());
    bind(memory);
  }

  private void bind(Function<String, DeviceBuffer> memory) {
    kernel.bind(launch, Bindings.of(memory, name -> NEUTRAL));
    buffers.clear();
    factors.clear();
    for (int index = 0; index < launch.args().size(); index++) {
      remember(index, launch.args().get(index), memory);
    }
  }

  /** Builds the kernel and sets its arguments; under the device's lock. */
  static OpenClLaunch of(
      OpenClDevice device,
      OpenClQueue queue,
      KernelLaunch launch,
      Function<String, DeviceBuffer> memory) {
    OpenClKernel kernel = device.kernels().create(launch.kernel());
    try {
      return new OpenClLaunch(device, queue, kernel, launch, memory);
    } catch (RuntimeException e) {
      kernel.close();
      throw e;
    }
  }

  private void remember(int index, Arg arg, Function<String, DeviceBuffer> memory) {
    if (arg instanceof Arg.Buffer named) {
      buffers.add(device.own(memory.apply(named.value())));
    } else if (arg instanceof Arg.Factor factor && factor.name() != null) {
      factors.add(new FactorArg(index, factor.name()));
    }
  }

  @Override
  public void submit(Factors numbers) {
    synchronized (lock()) {
      requireUsable();
      if (range != null) {
        device
            .guard()
            .run(
                work,
                () -> {
                  setFactors(numbers);
                  queue.enqueue(kernel, range);
                });
      }
    }
  }

  @Override
  public Event submitTimed(Factors numbers) {
    return submitAfter(numbers, List.of());
  }

  /**
   * Likewise, to begin when launches of other queues of the device have ended.
   *
   * @param after events of queues that are flushed
   */
  Event submitAfter(Factors numbers, List<Event> after) {
    synchronized (lock()) {
      requireUsable();
      return range == null
          ? OpenClQueue.NOTHING_DONE
          : device
              .guard()
              .get(
                  work,
                  () -> {
                    setFactors(numbers);
                    return queue.enqueueTimed(kernel, range, after);
                  });
    }
  }

  @Override
  public void rebind(Function<String, DeviceBuffer> memory) {
    synchronized (lock()) {
      requireOpen();
      device.guard().run(work, () -> bind(memory));
    }
  }

  private void requireUsable() {
    requireOpen();
    queue.requireUsable();
    buffers.forEach(OpenClBuffer::requireUsable);
  }

  private void setFactors(Factors numbers) {
    factors.forEach(factor -> factor.set(numbers.factor(factor.name)));
  }

  @Override
  protected void release() {
    kernel.close();
  }

  /** An argument that may change from run to run. */
  private final class FactorArg {
    private final int index;
    private final String name;
    private float value = NEUTRAL;

    FactorArg(int index, String name) {
      this.index = index;
      this.name = name;
    }

    void set(float wanted) {
      if (wanted != value) {
        value = Float.NaN;
        kernel.setFactor(index, wanted);
        value = wanted;
      }
    }
  }
}
