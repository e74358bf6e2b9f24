package io.skipscope.op;

import io.skipscope.device.HostTask;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;

/**
 * A node's {@link Epilogue} in plain Java: what {@code common/epilogue.clh} is to kernels.
 *
 * <p>A reference writes its accumulators into the output's array and then finishes them here, in
 * place. Safe on several threads as long as each finishes other elements.
 */
public final class HostEpilogue {
  private final float[] output;
  private final float[] bias;
  private final float[] residual;
  private final float branchFactor;
  private final float residualFactor;
  private final float[] biasedStore;
  private final float[] sumStore;
  private final Activation activation;

  /** The epilogue of {@code node}, bound to the arrays of a run. */
  public HostEpilogue(Node node, HostTask.Memory memory) {
    Epilogue epilogue = node.epilogue();
    output = memory.array(node.output());
    bias = arrayOrNull(memory, epilogue.bias());
    residual = arrayOrNull(memory, epilogue.residual());
    branchFactor = memory.factor(epilogue.branchFactor());
    residualFactor = memory.factor(epilogue.residualFactor());
    biasedStore = arrayOrNull(memory, epilogue.storeOf(Epilogue.Step.BIASED));
    sumStore = arrayOrNull(memory, epilogue.storeOf(Epilogue.Step.SUM));
    activation = epilogue.activation();
  }

  /**
   * Finishes the accumulators of one channel in the output's elements {@code begin} to {@code end}
   * - 1.
   */
  public void finish(int begin, int end, int channel) {
    if (bias != null) {
      addBias(begin, end, bias[channel]);
    }
    copyTo(biasedStore, begin, end);
    if (residual != null) {
      addResidual(begin, end);
    }
    copyTo(sumStore, begin, end);
    if (activation.kind() != Activation.Kind.NONE) {
      activate(begin, end);
    }
  }

  private void addBias(int begin, int end, float offset) {
    for (int i = begin; i < end; i++) {
      output[i] += offset;
    }
  }

  private void addResidual(int begin, int end) {
    for (int i = begin; i < end; i++) {
      output[i] = branchFactor * output[i] + residualFactor * residual[i];
    }
  }

  private void activate(int begin, int end) {
    for (int i = begin; i < end; i++) {
      output[i] = activation.apply(output[i]);
    }
  }

  private void copyTo(float[] store, int begin, int end) {
    if (store != null) {
      System.arraycopy(output, begin, store, begin, end - begin);
    }
  }

  private static float[] arrayOrNull(HostTask.Memory memory, String value) {
    return value == null ? null : memory.array(value);
  }
}
