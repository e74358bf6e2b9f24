package io.skipscope.tune;

import io.skipscope.device.Device;
import io.skipscope.device.PreparedLaunch;
import io.skipscope.device.Queue;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeBuffers;
import io.skipscope.op.NodeContext;
import io.skipscope.op.NodeMemory;
import io.skipscope.op.Operators;
import io.skipscope.tensor.RelativeError;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One node with made-up numbers of the real shapes, and what the reference kernel computes. */
final class NodeProblem {
  private static final long SEED = 1;

  private final NodeContext context;
  private final Device device;
  private final Queue queue;
  private final Map<String, Tensor> values = new HashMap<>();
  private final Map<String, Float> factors = new HashMap<>();
  private final Map<String, Tensor> expected;

  /**
   * @throws io.skipscope.error.DeviceException if the reference kernel fails
   */
  NodeProblem(NodeContext context, Device device, Queue queue) {
    this.context = context;
    this.device = device;
    this.queue = queue;
    SplittableRandom random = new SplittableRandom(SEED);
    context.node().reads().forEach(name -> values.put(name, noise(random, name)));
    factors.put(context.node().epilogue().branchFactor(), 1f);
    factors.put(context.node().epilogue().residualFactor(), 1f);
    try (Trial reference = trial(referenceVariant())) {
      reference.run();
      expected = reference.buffers.written();
    }
  }

  /** Numbers between -1 and 1. */
  private Tensor noise(SplittableRandom random, String name) {
    Shape shape = context.shapes().apply(name);
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) (random.nextDouble() * 2 - 1);
    }
    return tensor;
  }

  private KernelVariant referenceVariant() {
    return Operators.get(context.node().op()).variants().stream()
        .filter(variant -> variant.family() == KernelFamily.REF)
        .filter(variant -> variant.accepts(context, device.info()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The node computed by a variant, with memory of its own.
   *
   * @throws io.skipscope.error.DeviceException if a kernel does not build, or memory is short
   */
  Trial trial(KernelVariant variant) {
    return new Trial(variant);
  }

  /** One variant at work. */
  final class Trial implements Runnable, AutoCloseable {
    private final NodeBuffers buffers;
    private final List<PreparedLaunch> launches = new ArrayList<>();

    private Trial(KernelVariant variant) {
      NodeMemory memory = NodeMemory.of(context, variant);
      buffers = NodeBuffers.allocate(memory, values, factors, device, queue);
      try {
        variant
            .launches(context)
            .forEach(launch -> launches.add(queue.prepare(launch, buffers::buffer)));
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }

    /** Computes the node once and waits. */
    @Override
    public void run() {
      launches.forEach(launch -> launch.submit(buffers));
      queue.finish();
    }

    long sizeBytes() {
      return buffers.sizeBytes();
    }

    /** Largest difference to the reference kernel, relative to its largest magnitude. */
    double error() {
      Map<String, Tensor> found = buffers.written();
      return expected.entrySet().stream()
          .mapToDouble(e -> RelativeError.of(found.get(e.getKey()), e.getValue()))
          .max()
          .orElseThrow();
    }

    @Override
    public void close() {
      launches.forEach(PreparedLaunch::close);
      buffers.close();
    }
  }
}
