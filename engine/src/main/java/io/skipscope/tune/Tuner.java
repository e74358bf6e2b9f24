package io.skipscope.tune;

import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch.Compiled;
import io.skipscope.device.Queue;
import io.skipscope.error.SkipscopeException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.op.TunedKernels.Pick;
import io.skipscope.tune.TuningResult.ShapeResult;
import io.skipscope.tune.TuningSpace.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches the fastest kernels for the nodes of a network. Belongs to the device's thread. */
public final class Tuner {
  /**
   * How thorough a search is.
   *
   * @param candidates for each shape class, at most
   * @param budgetNanos after which no further class is begun
   * @param mostKernels that the tuned network may need, unless it needs more untuned
   */
  public record Settings(int candidates, long budgetNanos, int mostKernels) {}

  private final Device device;
  private final Graph graph;
  private final KernelChoice choice;
  private final Settings settings;
  private final CandidateTimer timer;

  private Tuner(
      Device device, Graph graph, KernelChoice choice, Settings settings, CandidateTimer timer) {
    this.device = device;
    this.graph = graph;
    this.choice = choice;
    this.settings = settings;
    this.timer = timer;
  }

  /**
   * Builds every candidate, compares it with the reference kernel on the real shape, and times it.
   * A candidate that fails is noted, no more; where the reference kernel fails, nothing is changed.
   *
   * @param graph compiled for the device, as plans are
   * @param choice what is taken untuned
   * @throws io.skipscope.error.DeviceException if the device opens no queue
   * @throws io.skipscope.job.CancelledException between two candidates
   */
  public static TuningResult tune(
      Device device,
      Graph graph,
      KernelChoice choice,
      Settings settings,
      CandidateTimer timer,
      Job job) {
    return new Tuner(device, graph, choice, settings, timer).tune(job);
  }

  private TuningResult tune(Job job) {
    Map<ShapeClass, List<NodeContext>> classes = tunableClasses();
    List<Searched> searched = search(classes, job);
    List<Searched> working = searched.stream().filter(s -> s.fastest().isPresent()).toList();
    List<Searched> failed = searched.stream().filter(s -> s.fastest().isEmpty()).toList();
    List<Timed> selected = Selection.of(working, kernelsOutside(working), settings.mostKernels());
    Map<ShapeClass, Pick> picks = new LinkedHashMap<>();
    List<ShapeResult> results = new ArrayList<>();
    for (int i = 0; i < working.size(); i++) {
      Timed picked = selected.get(i);
      picks.put(working.get(i).shape(), picked.candidate().pick());
      results.add(result(working.get(i), picked.candidate(), picked.nanos()));
    }
    failed.forEach(each -> results.add(result(each, each.untuned(), Double.NaN)));
    return new TuningResult(
        new Picks(picks, List.of()), sources(working), results, classes.size() - searched.size());
  }

  /** The nodes that leave a choice, by class, the class with the most work first. */
  private Map<ShapeClass, List<NodeContext>> tunableClasses() {
    Map<ShapeClass, List<NodeContext>> found = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      NodeContext context = NodeContext.of(graph, node);
      found.computeIfAbsent(ShapeClass.of(context), shape -> new ArrayList<>()).add(context);
    }
    Map<ShapeClass, List<NodeContext>> tunable = new LinkedHashMap<>();
    found.entrySet().stream()
        .filter(entry -> candidates(entry.getValue()).size() > 1)
        .sorted(Comparator.comparingLong(entry -> -flops(entry.getValue())))
        .forEach(entry -> tunable.put(entry.getKey(), entry.getValue()));
    return tunable;
  }

  private List<Candidate> candidates(List<NodeContext> nodes) {
    return TuningSpace.candidates(choice, nodes.get(0), settings.candidates());
  }

  private static long flops(List<NodeContext> nodes) {
    NodeContext one = nodes.get(0);
    return nodes.size() * Operators.get(one.node().op()).cost(one).flops();
  }

  private List<Searched> search(Map<ShapeClass, List<NodeContext>> classes, Job job) {
    long beginNanos = System.nanoTime();
    List<Searched> searched = new ArrayList<>();
    try (Queue queue = device.openQueue()) {
      for (Map.Entry<ShapeClass, List<NodeContext>> entry : classes.entrySet()) {
        if (System.nanoTime() - beginNanos > settings.budgetNanos()) {
          break;
        }
        job.progress("Tuning " + entry.getKey().label(), searched.size(), classes.size());
        searched.add(search(entry.getKey(), entry.getValue(), queue, job));
      }
    }
    return searched;
  }

  private Searched search(ShapeClass shape, List<NodeContext> nodes, Queue queue, Job job) {
    List<Candidate> candidates = candidates(nodes);
    try (ShapeSearch search = new ShapeSearch(nodes.get(0), device, queue)) {
      for (Candidate candidate : candidates) {
        job.progress("Trying " + shape.label(), candidates.indexOf(candidate), candidates.size());
        search.test(candidate);
      }
      List<Timed> timed = search.time(timer);
      return new Searched(shape, nodes, candidates.get(0), timed, search.failures());
    } catch (CancelledException e) {
      throw e;
    } catch (SkipscopeException e) {
      // Without the reference kernel's numbers no candidate can be trusted.
      return new Searched(shape, nodes, candidates.get(0), List.of(), List.of(e.getMessage()));
    }
  }

  /** The kernels of the nodes that nothing was found for. */
  private Set<Compiled> kernelsOutside(List<Searched> searched) {
    Set<ShapeClass> inside = searched.stream().map(Searched::shape).collect(Collectors.toSet());
    Set<Compiled> kernels = new HashSet<>();
    for (Node node : graph.nodes()) {
      NodeContext context = NodeContext.of(graph, node);
      if (!inside.contains(ShapeClass.of(context))) {
        choice.untuned(context).launches(context).forEach(l -> kernels.add(l.compiled()));
      }
    }
    return kernels;
  }

  private static Set<String> sources(List<Searched> searched) {
    return searched.stream()
        .flatMap(each -> each.timed().stream().flatMap(t -> each.kernels(t.candidate()).stream()))
        .map(compiled -> compiled.kernel().source())
        .collect(Collectors.toSet());
  }

  private static ShapeResult result(Searched searched, Candidate picked, double nanos) {
    return new ShapeResult(
        searched.shape().label(),
        searched.nodes().size(),
        searched.untuned().pick().toString(),
        searched.timedUntuned().map(timed -> timed.nanos() / 1e6).orElse(Double.NaN),
        picked.pick().toString(),
        nanos / 1e6,
        searched.timed().size() + searched.failures().size(),
        searched.failures());
  }
}
