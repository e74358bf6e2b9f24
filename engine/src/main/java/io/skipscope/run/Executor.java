package io.skipscope.run;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Event;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Queue;
import io.skipscope.job.Job;
import io.skipscope.op.PackedValue;
import io.skipscope.pass.AssignLayouts;
import io.skipscope.plan.DevicePlan;
import io.skipscope.plan.Plan;
import io.skipscope.plan.Slot;
import io.skipscope.plan.StatsValues;
import io.skipscope.plan.Step;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.StatsLaunches;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapPoint;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one plan on one device. Holds the plan's memory; belongs to the device's thread. */
final class Executor implements AutoCloseable {
  private final Plan plan;
  private final DevicePlan part;
  private final Queue queue;
  private final Reporter reporter;
  private final List<DeviceBuffer> arenas = new ArrayList<>();
  private final Map<String, DeviceBuffer> buffers = new HashMap<>();

  /** Allocates memory, copies parameters and builds kernels. */
  Executor(Plan plan, Device device, Queue queue, ParameterStore parameters, Job job) {
    this.plan = plan;
    this.part = plan.devices().get(0);
    this.queue = queue;
    reporter = new Reporter(device.info(), plan, parameters);
    try {
      placeActivations(device);
      placeParameters(parameters, job);
      buildKernels(device, job);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  Plan plan() {
    return plan;
  }

  private void placeActivations(Device device) {
    part.memory().arenaSizesBytes().forEach(size -> arenas.add(device.allocate(size)));
    for (Map.Entry<String, Slot> entry : part.memory().slots().entrySet()) {
      Slot slot = entry.getValue();
      DeviceBuffer arena = arenas.get(slot.arena());
      buffers.put(entry.getKey(), device.slice(arena, slot.offsetBytes(), slot.sizeBytes()));
    }
  }

  private void placeParameters(ParameterStore parameters, Job job) {
    long done = 0;
    for (PackedValue parameter : plan.parameters()) {
      job.progress("Copying weights", done++, plan.parameters().size());
      buffers.put(parameter.buffer(), parameters.get(plan.graph(), parameter));
    }
  }

  private void buildKernels(Device device, Job job) {
    long done = 0;
    for (Step step : part.steps()) {
      job.progress("Building kernels", done++, part.steps().size());
      if (step instanceof Step.Run run && run.launch() instanceof KernelLaunch kernel) {
        device.build(kernel.kernel());
      }
    }
  }

  /** Feeds the inputs, does every step in order and reads what was asked for. */
  RunResult run(Map<String, Tensor> inputs, Map<String, Float> factors, long frame, Job job) {
    long start = System.nanoTime();
    inputs.forEach(
        (name, tensor) -> queue.write(buffers.get(name), FloatBuffer.wrap(tensor.data())));
    Bindings bindings = bindings(factors);
    List<Event> events = new ArrayList<>();
    for (Step step : part.steps()) {
      job.progress("Running", events.size(), part.steps().size());
      events.add(queue.submit(((Step.Run) step).launch(), bindings));
    }
    queue.finish();
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    plan.graph().outputs().forEach(name -> outputs.put(name, read(name)));
    List<TapFrame> taps = plan.taps().points().stream().map(p -> frameOf(p, frame)).toList();
    long nanos = System.nanoTime() - start;
    return new RunResult(frame, outputs, taps, reporter.report(events, nanos));
  }

  private Bindings bindings(Map<String, Float> factors) {
    Map<String, Float> defaults = plan.graph().factors();
    return new Bindings() {
      @Override
      public DeviceBuffer buffer(String value) {
        return buffers.get(value);
      }

      @Override
      public float factor(String name) {
        return factors.getOrDefault(name, defaults.getOrDefault(name, 1f));
      }
    };
  }

  private Tensor read(String value) {
    Shape shape = plan.graph().shape(value);
    float[] data = new float[shape.elementCount()];
    String source = AssignLayouts.nchwOf(plan.graph(), value);
    queue.read(buffers.get(source), FloatBuffer.wrap(data));
    return new Tensor(shape, data);
  }

  private TapFrame frameOf(TapPoint point, long frame) {
    Shape shape = plan.graph().shape(point.value());
    float[] numbers = new float[(int) (StatsLaunches.resultSizeBytes(shape) / Float.BYTES)];
    queue.read(buffers.get(StatsValues.result(point.value())), FloatBuffer.wrap(numbers));
    ChannelStats stats = StatsLaunches.decode(numbers);
    Tensor tensor = point.statsOnly() ? null : read(point.value());
    return new TapFrame(point.name(), frame, shape, tensor, stats);
  }

  /** Releases the activations' memory; parameters belong to their store. */
  @Override
  public void close() {
    arenas.forEach(DeviceBuffer::close);
    arenas.clear();
    buffers.clear();
  }
}
