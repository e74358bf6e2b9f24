package io.skipscope.run;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Download;
import io.skipscope.device.Event;
import io.skipscope.device.Factors;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.device.PreparedLaunch;
import io.skipscope.device.Queue;
import io.skipscope.job.Job;
import io.skipscope.pass.AssignLayouts;
import io.skipscope.plan.DevicePlan;
import io.skipscope.plan.Plan;
import io.skipscope.plan.Slot;
import io.skipscope.plan.Step;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapListener;
import io.skipscope.tap.TapPoint;
import io.skipscope.tensor.DataType;
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
  private final TapReader tapReader;
  private final List<DeviceBuffer> arenas = new ArrayList<>();
  private final Map<String, DeviceBuffer> buffers = new HashMap<>();
  private final List<PreparedLaunch> launches = new ArrayList<>();
  private final List<PreparedLaunch> tapLaunches = new ArrayList<>();
  private final TapMemoryPool tapMemories;

  private TapMemory boundTaps;

  /** Made when they are needed first, which in most programs they never are. */
  private Restarts restarts;

  /** What another run may go on from, while memory is as that has left it; else null. */
  private Given last;

  /** What the numbers of a run depend on. */
  private record Given(Map<String, Tensor> inputs, Map<String, Float> factors) {}

  /** The number of the run that has computed a tapped value. */
  private final Map<String, Long> computedIn = new HashMap<>();

  /** So many launches, from the first on, write what is tapped; all where taps are not shared. */
  private int tapsEnd;

  /** Allocates memory, copies parameters and builds kernels. */
  Executor(Plan plan, Device device, Queue queue, ParameterStore parameters, Job job) {
    this.plan = plan;
    this.part = plan.devices().get(0);
    this.queue = queue;
    reporter = new Reporter(device, plan, parameters);
    tapReader = new TapReader(plan, this::read);
    tapMemories = new TapMemoryPool(part.taps(), device, queue);
    try {
      placeActivations(device);
      clearKeptZero();
      placeTaps();
      copyParametersAndBuild(device, parameters, job);
      prepareLaunches(job);
    } catch (RuntimeException e) {
      Closing.after(e, this::close);
      throw e;
    }
  }

  Plan plan() {
    return plan;
  }

  /** One for each step; none on a device that runs plain Java. */
  List<KernelLaunch> kernelLaunches() {
    return part.kernelLaunches().toList();
  }

  private void placeActivations(Device device) {
    part.memory().arenaSizesBytes().forEach(size -> arenas.add(device.allocate(size)));
    for (Map.Entry<String, Slot> entry : part.memory().slots().entrySet()) {
      Slot slot = entry.getValue();
      DeviceBuffer arena = arenas.get(slot.arena());
      buffers.put(entry.getKey(), device.slice(arena, slot.offsetBytes(), slot.sizeBytes()));
    }
  }

  private void clearKeptZero() {
    for (String value : part.keptZero()) {
      int count = Math.toIntExact(part.memory().slots().get(value).sizeBytes() / Float.BYTES);
      queue.write(buffers.get(value), FloatBuffer.allocate(count), DataType.FLOAT32);
    }
  }

  private void placeTaps() {
    if (isShared()) {
      boundTaps = tapMemories.take();
      buffers.putAll(boundTaps.slices());
    }
  }

  /** Whether tapped values go to memory that is shared with the host. */
  private boolean isShared() {
    return !part.taps().slots().isEmpty();
  }

  private void copyParametersAndBuild(Device device, ParameterStore parameters, Job job) {
    try (KernelBuilds builds = KernelBuilds.start(device, part)) {
      buffers.putAll(parameters.place(plan, job));
      builds.await(job);
    }
  }

  private void prepareLaunches(Job job) {
    for (Step step : part.steps()) {
      job.progress("Preparing launches", launches.size(), part.steps().size());
      Launch launch = ((Step.Run) step).launch();
      PreparedLaunch prepared = queue.prepare(launch, buffers::get);
      launches.add(prepared);
      if (part.taps().isWrittenBy(launch)) {
        tapLaunches.add(prepared);
        tapsEnd = launches.size();
      }
    }
    tapsEnd = isShared() ? tapsEnd : launches.size();
  }

  /**
   * How one run is done.
   *
   * @param number counts the runs
   * @param timed whether the report tells the time of each launch
   * @param memory where outputs go
   */
  record Frame(long number, boolean timed, HostMemory memory) {
    Frame timedToo() {
      return new Frame(number, true, memory);
    }

    Frame withFreshMemory() {
      return new Frame(number, timed, HostMemory.FRESH);
    }
  }

  /**
   * Feeds the inputs, does every step in order and reads what was asked for. Where somebody waits
   * for the taps, the steps behind them are submitted once those are there, and run meanwhile.
   * Steps whose numbers are still there from the last run are left out where that is allowed.
   */
  RunResult run(RunRequest request, Job job) {
    Frame frame = request.frame();
    long start = System.nanoTime();
    int begin = bindFreeTapMemory() && request.restarts() ? beginning(request) : 0;
    last = null;
    if (begin == 0) {
      feed(request.inputs());
    }
    boolean early = request.listener() != TapListener.NONE;
    int first = early ? Math.max(begin, tapsEnd) : launches.size();
    List<Event> events = new ArrayList<>(submit(begin, first, request, job));
    TapLease lease = isShared() ? boundTaps.lend() : TapLease.NOTHING;
    events.addAll(submit(first, launches.size(), request, job));
    noteComputed(frame.number, begin);
    List<TapFrame> taps = tapReader.frames(computedIn::get, lease);
    request.listener().taken(taps);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    plan.graph().outputs().forEach(name -> outputs.put(name, output(name, frame.memory)));
    queue.finish();
    long nanos = System.nanoTime() - start;
    last = request.restarts() ? new Given(request.inputs(), request.factors()) : null;
    RunReport report = reporter.report(events, nanos, begin);
    return new RunResult(frame.number, outputs, taps, report, lease);
  }

  /** The first launch that a request needs after the last one. */
  private int beginning(RunRequest request) {
    boolean same = last != null && last.inputs().equals(request.inputs());
    if (!same || request.frame().timed()) {
      return 0;
    }
    restarts = restarts == null ? new Restarts(plan) : restarts;
    Factors before = numbers(last.factors());
    Factors now = numbers(request.factors());
    return restarts.before(name -> before.factor(name) != now.factor(name));
  }

  private void noteComputed(long number, int begin) {
    for (TapPoint point : plan.taps().points()) {
      if (begin == 0 || !restarts.leaves(point.value(), begin)) {
        computedIn.put(point.value(), number);
      }
    }
  }

  private void feed(Map<String, Tensor> inputs) {
    inputs.forEach(
        (name, tensor) ->
            queue.write(buffers.get(name), FloatBuffer.wrap(tensor.data()), plan.storage()));
  }

  /**
   * Like {@link #run}, untimed and without taps, but does not wait: the device has work while the
   * host looks after other frames. The queue is in order, so a further frame may be begun before
   * this one has ended, in the same buffers.
   */
  BegunRun begin(RunRequest request, Job job) {
    long start = System.nanoTime();
    last = null;
    feed(request.inputs());
    submit(0, launches.size(), request, job);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    List<Download> downloads = new ArrayList<>();
    try {
      for (String name : plan.graph().outputs()) {
        Tensor output = emptyOutput(name, request.frame().memory);
        outputs.put(name, output);
        downloads.add(
            queue.download(outputBuffer(name), FloatBuffer.wrap(output.data()), plan.storage()));
      }
    } catch (RuntimeException e) {
      downloads.forEach(download -> Closing.after(e, download::close));
      throw e;
    }
    return new BegunRun(
        downloads,
        () -> {
          RunReport report = reporter.report(List.of(), System.nanoTime() - start, 0);
          return new RunResult(
              request.frame().number, outputs, List.of(), report, TapLease.NOTHING);
        });
  }

  /**
   * Other memory than the last result's if that is still in use.
   *
   * @return whether it is the last result's
   */
  private boolean bindFreeTapMemory() {
    if (!isShared()) {
      return true;
    }
    TapMemory free = tapMemories.take();
    boolean same = free == boundTaps;
    if (!same) {
      boundTaps = null;
      buffers.putAll(free.slices());
      tapLaunches.forEach(launch -> launch.rebind(buffers::get));
      boundTaps = free;
    }
    return same;
  }

  /** The events of the launches from one to before another if they are timed, else none. */
  private List<Event> submit(int first, int end, RunRequest request, Job job) {
    Factors numbers = numbers(request.factors());
    List<Event> events = new ArrayList<>();
    for (int i = first; i < end; i++) {
      job.progress("Running", i, launches.size());
      if (request.frame().timed()) {
        events.add(launches.get(i).submitTimed(numbers));
      } else {
        launches.get(i).submit(numbers);
      }
    }
    return events;
  }

  private Factors numbers(Map<String, Float> factors) {
    Map<String, Float> defaults = plan.graph().factors();
    return name -> factors.getOrDefault(name, defaults.getOrDefault(name, 1f));
  }

  private Tensor output(String value, HostMemory memory) {
    Tensor output = emptyOutput(value, memory);
    queue.read(outputBuffer(value), FloatBuffer.wrap(output.data()), plan.storage());
    return output;
  }

  private Tensor emptyOutput(String value, HostMemory memory) {
    Shape shape = plan.graph().shape(value);
    return new Tensor(shape, memory.floats(value, shape.elementCount()));
  }

  private DeviceBuffer outputBuffer(String value) {
    return buffers.get(AssignLayouts.nchwOf(plan.graph(), value));
  }

  private float[] read(String buffer, DataType type, int count) {
    float[] numbers = new float[count];
    queue.read(buffers.get(buffer), FloatBuffer.wrap(numbers), type);
    return numbers;
  }

  /** Releases kernels and the activations' memory; parameters belong to their store. */
  @Override
  public void close() {
    List<Runnable> steps = new ArrayList<>();
    launches.forEach(launch -> steps.add(launch::close));
    steps.add(tapMemories::close);
    arenas.forEach(arena -> steps.add(arena::close));
    launches.clear();
    tapLaunches.clear();
    arenas.clear();
    buffers.clear();
    Closing.all(steps);
  }
}
