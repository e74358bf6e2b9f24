package io.skipscope.run.multi;

import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of a schedule whose devices work on the same frame, stage by stage. */
final class Stages {
  /**
   * A part.
   *
   * @param stage where in the order of stages it stands
   * @param index where among the parts of its stage
   * @param network what its device runs
   * @param memory for what it reads and what it hands on
   */
  record Step(Part part, int stage, int index, Workload network, ReusedMemory memory) {}

  private final List<List<Step>> stages = new ArrayList<>();

  Stages(Chain chain, Schedule schedule) {
    Map<Integer, List<Part>> byStage = new LinkedHashMap<>();
    for (Part part : schedule.parts()) {
      byStage.computeIfAbsent(part.stage(), first -> new ArrayList<>()).add(part);
    }
    byStage.values().forEach(parts -> addStage(chain, parts));
  }

  private void addStage(Chain chain, List<Part> parts) {
    List<Step> steps = new ArrayList<>();
    for (Part part : parts) {
      Workload network = Workload.of(chain, part);
      steps.add(new Step(part, stages.size(), steps.size(), network, new ReusedMemory()));
    }
    stages.add(steps);
  }

  int count() {
    return stages.size();
  }

  /** The steps of one stage, which run side by side. */
  List<Step> stage(int stage) {
    return stages.get(stage);
  }

  Set<String> devices() {
    Set<String> devices = new TreeSet<>();
    all().forEach(step -> devices.add(step.part.device()));
    return devices;
  }

  /** In the order of stages. */
  List<Step> of(String device) {
    return all().filter(step -> step.part.device().equals(device)).toList();
  }

  private Stream<Step> all() {
    return stages.stream().flatMap(List::stream);
  }
}
