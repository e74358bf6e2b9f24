package io.skipscope.lab.units;

import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import java.util.List;

/** Runs a network and hands out the values that are measured. */
@FunctionalInterface
public interface TappedPass {
  /**
   * @param batch [batch, channels, height, width], normalised
   * @param job looked at between launches
   * @return the values in the order in which they were asked for, each [batch, channels, ...]
   */
  List<Tensor> run(Tensor batch, Job job);
}
