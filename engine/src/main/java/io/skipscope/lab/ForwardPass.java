package io.skipscope.lab;

import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;

/** Runs a network up to the value that is measured. */
@FunctionalInterface
public interface ForwardPass {
  /**
   * @param batch [batch, channels, height, width], normalised
   * @param job looked at between launches
   * @return the value, its first axis the batch
   */
  Tensor run(Tensor batch, Job job);
}
