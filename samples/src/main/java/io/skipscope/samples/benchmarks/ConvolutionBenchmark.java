package io.skipscope.samples.benchmarks;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Queue;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.NodeMemory;
import io.skipscope.run.DeviceCatalog;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One convolution of a known network by each kernel family, weights and maps on the device. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ConvolutionBenchmark {
  @Param({"REF", "CPU", "GPU"})
  public KernelFamily family;

  @Param public Layer layer;

  private Device device;
  private Queue queue;
  private List<KernelLaunch> launches;
  private final Map<String, DeviceBuffer> buffers = new HashMap<>();

  /** Opens the default device and uploads. A family without such a kernel gives the reference. */
  @Setup(Level.Trial)
  public void open() {
    device = DeviceCatalog.discover().open(DeviceCatalog.AUTO);
    queue = device.openQueue();
    NodeContext context = layer.context();
    KernelVariant variant = new KernelChoice(device.info(), family).choose(context);
    launches = variant.launches(context);
    NodeMemory.of(context, variant).contents(layer.tensors(), 0, 0).forEach(this::upload);
  }

  private void upload(String name, float[] numbers) {
    DeviceBuffer buffer = device.allocate((long) numbers.length * Float.BYTES);
    queue.write(buffer, FloatBuffer.wrap(numbers));
    buffers.put(name, buffer);
  }

  /** From handing over the launches to their end. */
  @Benchmark
  public void convolve() {
    launches.forEach(launch -> queue.submit(launch, bindings()));
    queue.finish();
  }

  private Bindings bindings() {
    return new Bindings() {
      @Override
      public DeviceBuffer buffer(String value) {
        return buffers.get(value);
      }

      @Override
      public float factor(String name) {
        return 1;
      }
    };
  }

  /** Closes the device and all that was made from it. */
  @TearDown(Level.Trial)
  public void close() {
    device.close();
  }
}
