package io.skipscope.run.multi;

import io.skipscope.graph.Graph;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.Rows;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Between two stages one map crosses, of which each device has computed some rows, or all. */
final class SlabValues implements StageValues {
  private final Graph graph;
  private final Stages stages;
  private final Tensor input;
  private final List<List<Map<String, Tensor>>> results = new ArrayList<>();

  /**
   * @param input the network's first
   */
  SlabValues(Graph graph, Stages stages, Tensor input) {
    this.graph = graph;
    this.stages = stages;
    this.input = input;
    for (int stage = 0; stage < stages.count(); stage++) {
      List<Map<String, Tensor>> ofStage = new ArrayList<>();
      stages.stage(stage).forEach(step -> ofStage.add(Map.of()));
      results.add(ofStage);
    }
  }

  @Override
  public Map<String, Tensor> inputs(Stages.Step step, Graph network) {
    return FrameInputs.of(network, before(step).rows(rows(step), step.memory()::input));
  }

  @Override
  public long bytesFromOthers(Stages.Step step, Graph network) {
    return before(step).bytesFromOthers(step.part().device(), rows(step));
  }

  private Rows rows(Stages.Step step) {
    Part part = step.part();
    return part.slab() == null ? before(step).allRows() : part.slab().input();
  }

  private Slabs before(Stages.Step step) {
    return step.stage() == 0 ? Slabs.whole(null, input) : slabs(step.stage() - 1);
  }

  @Override
  public void put(Stages.Step step, Map<String, Tensor> outputs) {
    results.get(step.stage()).set(step.index(), outputs);
  }

  @Override
  public Map<String, Tensor> outputs() {
    int last = stages.count() - 1;
    if (stages.stage(last).size() == 1) {
      return results.get(last).get(0);
    }
    Slabs map = slabs(last);
    return Map.of(graph.outputs().get(0), map.rows(map.allRows(), Tensor::zeros));
  }

  /** The one output of a stage, as its parts have computed it. */
  private Slabs slabs(int stage) {
    Part first = stages.stage(stage).get(0).part();
    if (first.slab() == null) {
      return Slabs.whole(first.device(), numbers(stage, 0));
    }
    List<Slabs.Piece> pieces = new ArrayList<>();
    for (Stages.Step step : stages.stage(stage)) {
      Part part = step.part();
      Tensor numbers = numbers(stage, step.index());
      pieces.add(new Slabs.Piece(part.device(), part.slab().output(), part.slab().skip(), numbers));
    }
    return Slabs.of(pieces);
  }

  private Tensor numbers(int stage, int index) {
    return results.get(stage).get(index).values().iterator().next();
  }
}
