package io.skipscope.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What a node still does to each number before it writes it.
 *
 * <pre>
 * biased = accumulator + bias[channel]
 * sum    = branchFactor * biased + residualFactor * residual
 * output = activation(sum)
 * </pre>
 *
 * <p>Every kernel family takes it from {@code common/epilogue.clh}; names are names of values or
 * factors of the graph, null where a step is absent. Without a residual the factors are absent too.
 *
 * @param bias a value of one number per output channel
 * @param residual a value of the output's shape that is added
 * @param branchFactor a factor of the graph (see {@link Graph#factors}) that scales the biased
 *     accumulator, or null for 1
 * @param residualFactor likewise for the residual
 * @param stores values inside the fused steps that are written too, because somebody taps them
 */
public record Epilogue(
    String bias,
    String residual,
    String branchFactor,
    String residualFactor,
    Activation activation,
    List<Store> stores) {
  /** A step whose result can be written beside the output. */
  public enum Step {
    BIASED,
    SUM
  }

  /** An extra output: the result of {@code step} goes to the value of that name. */
  public record Store(Step step, String value) {}

  public static final Epilogue NONE =
      new Epilogue(null, null, null, null, Activation.NONE, List.of());

  public Epilogue {
    stores = List.copyOf(stores);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  public Epilogue withBias(String value) {
    return new Epilogue(value, residual, branchFactor, residualFactor, activation, stores);
  }

  public Epilogue withResidual(String value, String branch, String residualScale) {
    return new Epilogue(bias, value, branch, residualScale, activation, stores);
  }

  public Epilogue withActivation(Activation last) {
    return new Epilogue(bias, residual, branchFactor, residualFactor, last, stores);
  }

  public Epilogue withStore(Step step, String value) {
    List<Store> more = new ArrayList<>(stores);
    more.add(new Store(step, value));
    return new Epilogue(bias, residual, branchFactor, residualFactor, activation, more);
  }

  /** The value written after {@code step}, or null. */
  public String storeOf(Step step) {
    return stores.stream().filter(s -> s.step() == step).map(Store::value).findFirst().orElse(null);
  }
}
