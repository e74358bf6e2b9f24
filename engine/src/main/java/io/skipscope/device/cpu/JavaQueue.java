package io.skipscope.device.cpu;

import io.skipscope.device.Bindings;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Event;
import io.skipscope.device.Factors;
import io.skipscope.device.Handle;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.HostTask;
import io.skipscope.device.Launch;
import io.skipscope.device.PreparedLaunch;
import io.skipscope.device.Queue;
import io.skipscope.error.DeviceException;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.StoredNumbers;
import java.nio.FloatBuffer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Does each launch at once, so everything submitted is done already. */
final class JavaQueue extends Handle implements Queue {
  private final JavaDevice device;

  JavaQueue(JavaDevice device) {
    super(device);
    this.device = device;
  }

  @Override
  public Event submit(Launch launch, Bindings bindings) {
    requireOpen();
    if (!(launch instanceof HostLaunch work)) {
      throw new DeviceException(
          device.info().label(), "kernel " + launch.kernelName(), "a launch of Java loops");
    }
    long startNanos = System.nanoTime();
    work.task().run(new BoundMemory(bindings));
    long elapsedNanos = System.nanoTime() - startNanos;
    return () -> elapsedNanos;
  }

  @Override
  public PreparedLaunch prepare(Launch launch, Function<String, DeviceBuffer> buffers) {
    return new Prepared(launch, buffers);
  }

  /** Arrays hold floats whatever the type: they are only rounded to it. */
  @Override
  public void write(DeviceBuffer target, FloatBuffer source, DataType type) {
    requireOpen();
    float[] array = JavaBuffer.of(target).array();
    requireFits(source.remaining(), array.length);
    int count = source.remaining();
    source.get(array, 0, count);
    for (int i = 0; type != DataType.FLOAT32 && i < count; i++) {
      array[i] = StoredNumbers.rounded(array[i], type);
    }
  }

  @Override
  public void read(DeviceBuffer source, FloatBuffer target, DataType type) {
    requireOpen();
    float[] array = JavaBuffer.of(source).array();
    requireFits(target.remaining(), array.length);
    target.put(array, 0, target.remaining());
  }

  @Override
  public void finish() {
    requireOpen();
  }

  @Override
  protected void release() {
    // Nothing is ever pending.
  }

  private void requireFits(int count, int capacity) {
    if (count > capacity) {
      throw new DeviceException(
          device.info().label(), count + " numbers", "at most the buffer's " + capacity);
    }
  }

  /** Java loops have nothing to build, and look their arrays up each time. */
  private final class Prepared implements PreparedLaunch {
    private final Launch launch;
    private Function<String, DeviceBuffer> buffers;

    Prepared(Launch launch, Function<String, DeviceBuffer> buffers) {
      this.launch = launch;
      this.buffers = buffers;
    }

    @Override
    public void submit(Factors factors) {
      submitTimed(factors);
    }

    @Override
    public Event submitTimed(Factors factors) {
      return JavaQueue.this.submit(launch, Bindings.of(buffers, factors));
    }

    @Override
    public void rebind(Function<String, DeviceBuffer> others) {
      buffers = others;
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  private final class BoundMemory implements HostTask.Memory {
    private final Bindings bindings;

    BoundMemory(Bindings bindings) {
      this.bindings = bindings;
    }

    @Override
    public float[] array(String value) {
      return JavaBuffer.of(bindings.buffer(value)).array();
    }

    @Override
    public float factor(String name) {
      return name == null ? 1 : bindings.factor(name);
    }

    @Override
    public void parallelFor(int count, IntConsumer body) {
      device.parallelFor(count, body);
    }
  }
}
