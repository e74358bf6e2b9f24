package io.skipscope.run.multi;

import io.skipscope.graph.Graph;
import io.skipscope.tensor.Tensor;
import java.util.Map;

/**
 * What the devices that work on a frame hand to each other, in host memory. The thread of any
 * device; what is read was put by a stage that has ended.
 */
interface StageValues {
  /**
   * What a step reads, by name.
   *
   * @param network what the step runs
   */
  Map<String, Tensor> inputs(Stages.Step step, Graph network);

  /** How much of {@link #inputs} other devices have computed. */
  long bytesFromOthers(Stages.Step step, Graph network);

  /** What a step has computed. */
  void put(Stages.Step step, Map<String, Tensor> outputs);

  /** What the network gives, once all steps are done. */
  Map<String, Tensor> outputs();
}
