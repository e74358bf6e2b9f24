package io.skipscope.run.multi;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.graph.Graph;
import io.skipscope.job.Home;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.DeviceCost;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.schedule.Scheduler;
import io.skipscope.tensor.Tensor;
import io.skipscope.tune.TuningStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Runs streams of frames on several devices: measures them, picks a schedule and follows it. A
 * device that fails is set aside, and the frames that are not out yet go to the others, in the end
 * to the plain Java device. Parts of a device that fail together are set aside as a team, at once,
 * and go on alone. One thread at a time.
 */
public final class ScheduledRunner implements AutoCloseable {
  /** A prediction that misses by more is not used again. */
  private static final double LARGEST_MISS = 0.20;

  private final Chain chain;
  private final Function<String, Device> opener;
  private final Function<DeviceInfo, PlanOptions> options;
  private final CostStore store;
  private final Map<String, DeviceWorker> workers = new LinkedHashMap<>();
  private final List<DeviceLost> lost = new ArrayList<>();
  private final Teams teams;
  private List<DeviceCost> costs = List.of();
  private boolean keepsNetworks;

  /**
   * @param graph has been through {@link io.skipscope.pass.Passes#prepare}
   * @param opener opens a device by its id, or a team by its; {@code java} has to be one
   * @param teams the team of some parts of a device by their ids, if they can be one
   * @param options what the graph is compiled with on a device
   * @param store where measured costs are kept
   */
  ScheduledRunner(
      Graph graph,
      Function<String, Device> opener,
      Function<List<String>, Optional<DeviceInfo>> teams,
      Function<DeviceInfo, PlanOptions> options,
      CostStore store) {
    chain = Chain.of(graph);
    this.teams = new Teams(teams);
    this.opener = opener;
    this.options = options;
    this.store = store;
  }

  /**
   * A runner for the devices of this machine, with the kernels that {@code tune} has found on them
   * and costs that are kept below {@link Home}.
   *
   * @param options what the graph is compiled with, apart from tuned kernels
   * @param problems told one line for each file of costs that cannot be read or written
   */
  public static ScheduledRunner usual(
      Graph graph, PlanOptions options, DeviceCatalog catalog, Consumer<String> problems) {
    TuningStore tuning = TuningStore.usual();
    CostStore costs = new CostStore(Home.folder().resolve("schedule-costs.json"), problems);
    return new ScheduledRunner(
        graph, catalog::open, catalog::team, info -> options.withTuned(tuning.load(info)), costs);
  }

  /**
   * Opens devices and learns what the graph costs on them, from the store or by running it. Those
   * that fail are set aside.
   *
   * @param deviceIds each once
   * @param input of the graph's first input, to measure with
   * @throws DeviceLost if the plain Java device fails too
   */
  public void open(List<String> deviceIds, Tensor input, Job job) {
    for (String id : deviceIds) {
      try {
        workers.put(id, DeviceWorker.open(id, opener, options));
      } catch (DeviceLost e) {
        setAside(e);
      }
    }
    while (costs.isEmpty()) {
      try {
        openJavaIfNoneIsLeft();
        costs = knownOrMeasured(workers.values(), input, job);
      } catch (DeviceLost e) {
        setAside(e);
      }
    }
    for (String team : teams.find(workers.keySet())) {
      try {
        DeviceWorker worker = DeviceWorker.openTeam(team, opener, options);
        teams.add(worker);
        knownOrMeasured(List.of(worker), input, job).forEach(teams::add);
      } catch (DeviceLost e) {
        setAside(e);
      }
    }
  }

  private List<DeviceCost> knownOrMeasured(
      Collection<DeviceWorker> devices, Tensor input, Job job) {
    String key = storeKey(devices);
    return store
        .get(key, chain)
        .orElseGet(
            () -> {
              List<DeviceCost> measured = new CostProbe(chain, input, job).measure(devices);
              store.put(key, measured);
              return measured;
            });
  }

  /**
   * Learns from few frames how fast the devices are now, because their clocks wander. Those that
   * fail are set aside.
   *
   * @param input of the graph's first input, to measure with
   * @throws DeviceLost if the plain Java device fails too
   */
  public void measureAgain(Tensor input, Job job) {
    CostProbe probe = new CostProbe(chain, input, job);
    try {
      costs = probe.measureAgain(workers.values(), costs);
      store.put(storeKey(workers.values()), costs);
      for (DeviceCost cost : teams.costs()) {
        List<DeviceWorker> team = List.of(teams.workers().get(cost.device()));
        List<DeviceCost> now = probe.measureAgain(team, List.of(cost));
        store.put(storeKey(team), now);
        now.forEach(teams::replace);
      }
    } catch (DeviceLost e) {
      setAside(e);
      replaceAllLost(input, job);
    }
  }

  private String storeKey(Collection<DeviceWorker> devices) {
    List<DeviceInfo> infos = devices.stream().map(DeviceWorker::info).toList();
    return CostStore.key(chain, options.apply(infos.get(0)), infos);
  }

  public Chain chain() {
    return chain;
  }

  /**
   * From now on what was loaded for one schedule stays loaded for further runs of it, which then
   * begin at once. It takes the memory of them all.
   */
  public void keepNetworks() {
    keepsNetworks = true;
  }

  /** Predictions for the devices that are left. */
  public Scheduler scheduler() {
    return new Scheduler(chain, costs, teams.costs());
  }

  /** Devices that failed so far. */
  public List<DeviceLost> lost() {
    return List.copyOf(lost);
  }

  /** What devices that are left failed at and then did in another way, one line each. */
  public List<String> recoveries() {
    return workers.values().stream().flatMap(worker -> worker.recoveries().stream()).toList();
  }

  /**
   * Runs frames 0 to {@code frames} - 1 once each, whatever devices fail.
   *
   * @param kind the plan to follow while no device fails; null for the best
   * @param input a frame's tensor for the graph's first input; called on devices' threads
   * @throws io.skipscope.error.InputException if these devices cannot follow such a plan
   * @throws DeviceLost if the plain Java device fails too
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public StreamResult run(
      int frames, Goal goal, PlanKind kind, IntFunction<Tensor> input, Job job) {
    return run(schedule(frames, goal, kind), input, job);
  }

  /**
   * Runs the frames of a schedule once each, whatever devices fail.
   *
   * @param first what is followed while no device fails
   * @param input a frame's tensor for the graph's first input; called on devices' threads
   * @throws DeviceLost if the plain Java device fails too
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public StreamResult run(Schedule first, IntFunction<Tensor> input, Job job) {
    Deliveries deliveries = new Deliveries(first.frames());
    int lostBefore = lost.size();
    long nanos = 0;
    Schedule schedule = first;
    do {
      if (lost.size() > lostBefore) {
        schedule = schedule(deliveries.missing().size(), first.goal(), null);
      }
      try {
        load(schedule, job);
        long start = System.nanoTime();
        List<DeviceLost> failed = stream(schedule, input, deliveries, job);
        nanos += System.nanoTime() - start;
        failed.forEach(this::setAside);
      } catch (DeviceLost e) {
        setAside(e);
      }
      replaceAllLost(input.apply(0), job);
    } while (deliveries.done() < first.frames());
    StreamResult result =
        new StreamResult(
            schedule,
            deliveries.outputs(),
            nanos,
            deliveries.medianMillis(),
            deliveries.bytesMoved(),
            deliveries.spans(),
            lost.subList(lostBefore, lost.size()));
    forgetIfMissed(result);
    return result;
  }

  /**
   * What {@link #run} would follow now.
   *
   * @throws io.skipscope.error.InputException if these devices cannot follow such a plan
   */
  public Schedule schedule(int frames, Goal goal, PlanKind kind) {
    Scheduler scheduler = scheduler();
    return kind == null ? scheduler.best(goal, frames) : scheduler.best(kind, goal, frames);
  }

  /** One device after the other, because drivers let one compile at a time. */
  private void load(Schedule schedule, Job job) {
    Map<String, List<Workload>> workloads = new LinkedHashMap<>();
    for (Part part : schedule.parts()) {
      workloads
          .computeIfAbsent(part.device(), device -> new ArrayList<>())
          .add(Workload.of(chain, part));
    }
    workloads.forEach((device, ofDevice) -> load(allWorkers().get(device), ofDevice, job));
  }

  private void load(DeviceWorker worker, List<Workload> workloads, Job job) {
    if (keepsNetworks) {
      worker.loadToo(workloads, job);
    } else {
      worker.load(workloads, job);
    }
  }

  private Map<String, DeviceWorker> allWorkers() {
    Map<String, DeviceWorker> all = new HashMap<>(workers);
    all.putAll(teams.workers());
    return all;
  }

  private List<DeviceLost> stream(
      Schedule schedule, IntFunction<Tensor> input, Deliveries deliveries, Job job) {
    Passage passage = new Passage(chain, schedule, allWorkers(), input, deliveries);
    return schedule.isStaged()
        ? new StageStream(passage).run(job)
        : new FrameStream(passage).run(job);
  }

  private void setAside(DeviceLost failed) {
    lost.add(failed);
    costs = costs.stream().filter(cost -> !cost.device().equals(failed.deviceId())).toList();
    teams.remove(failed.deviceId());
    DeviceWorker worker = workers.remove(failed.deviceId());
    if (worker != null) {
      worker.close();
    }
    if (workers.isEmpty() && failed.deviceId().equals(DeviceCatalog.JAVA)) {
      throw failed;
    }
  }

  private void replaceAllLost(Tensor input, Job job) {
    if (workers.isEmpty()) {
      open(List.of(DeviceCatalog.JAVA), input, job);
    }
  }

  private void openJavaIfNoneIsLeft() {
    if (workers.isEmpty()) {
      workers.put(DeviceCatalog.JAVA, DeviceWorker.open(DeviceCatalog.JAVA, opener, options));
    }
  }

  private void forgetIfMissed(StreamResult result) {
    double predicted = result.schedule().predictedMillis();
    boolean missed = Math.abs(result.measuredMillis() - predicted) > LARGEST_MISS * predicted;
    if (missed && result.lost().isEmpty()) {
      store.forget(storeKey(workers.values()));
      teams.workers().values().forEach(team -> store.forget(storeKey(List.of(team))));
    }
  }

  @Override
  public void close() {
    teams.close();
    workers.values().forEach(DeviceWorker::close);
    workers.clear();
  }
}
