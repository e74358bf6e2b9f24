package io.skipscope.op;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Epilogue.Step;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Random epilogues, and the same arithmetic in double precision. */
public final class EpilogueOracle {
  /** Few, because every combination of macros is a program that has to be compiled. */
  private static final List<Epilogue> KINDS =
      List.of(
          Epilogue.NONE,
          Epilogue.NONE.withBias("bias").withActivation(Activation.RELU),
          Epilogue.NONE.withBias("bias").withActivation(Activation.RELU6),
          Epilogue.NONE
              .withBias("bias")
              .withResidual("residual", "branch", "shortcut")
              .withActivation(Activation.RELU)
              .withStore(Step.SUM, "sum"),
          Epilogue.NONE
              .withBias("bias")
              .withResidual("residual", null, null)
              .withStore(Step.BIASED, "biased")
              .withStore(Step.SUM, "sum"),
          Epilogue.NONE
              .withResidual("residual", "branch", null)
              .withActivation(Activation.of(Activation.Kind.SILU))
              .withStore(Step.BIASED, "biased"));

  private EpilogueOracle() {}

  /** One of six combinations of bias, residual, factors, activation and stores. */
  public static Epilogue random(RandomSource random) {
    return random.pick(KINDS);
  }

  /** One of the same combinations, in turn. */
  public static Epilogue kind(int index) {
    return KINDS.get(index % KINDS.size());
  }

  /** Adds random numbers for what the epilogue of a node with this output reads. */
  public static void addInputs(
      Epilogue epilogue, Shape output, RandomSource random, Map<String, Tensor> inputs) {
    if (epilogue.bias() != null) {
      int channels = output.rank() > 1 ? output.channels() : 1;
      inputs.put(epilogue.bias(), random.tensor(Shape.of(channels)));
    }
    if (epilogue.residual() != null) {
      inputs.put(epilogue.residual(), random.tensor(output));
    }
  }

  /** Numbers for the factors that random epilogues name. */
  public static Map<String, Float> randomFactors(RandomSource random) {
    return Map.of("branch", random.uniform(-1, 2), "shortcut", random.uniform(-1, 2));
  }

  /**
   * Everything that the node writes.
   *
   * @param accumulated what the operator itself computes, before the epilogue; not changed
   */
  public static Map<String, Expected> apply(OperatorCase test, Expected accumulated) {
    Node node = test.node();
    Epilogue epilogue = node.epilogue();
    Map<String, Expected> written = new HashMap<>();
    Expected biased = addBias(test, accumulated);
    store(written, epilogue, Step.BIASED, biased);
    Expected sum = addResidual(test, biased);
    store(written, epilogue, Step.SUM, sum);
    written.put(node.output(), activate(epilogue.activation(), sum));
    return written;
  }

  private static void store(
      Map<String, Expected> written, Epilogue epilogue, Step step, Expected numbers) {
    if (epilogue.storeOf(step) != null) {
      written.put(epilogue.storeOf(step), numbers);
    }
  }

  private static Expected addBias(OperatorCase test, Expected before) {
    String bias = test.node().epilogue().bias();
    if (bias == null) {
      return before;
    }
    Shape shape = before.shape();
    int channels = shape.rank() > 1 ? shape.channels() : 1;
    int pitch = shape.product(Math.min(2, shape.rank()), shape.rank());
    Expected after = Expected.ofShape(shape);
    for (int i = 0; i < after.results().length; i++) {
      double offset = test.inputs().get(bias).data()[i / pitch % channels];
      after.results()[i] = before.results()[i] + offset;
      after.scales()[i] = before.scales()[i] + Math.abs(offset);
    }
    return after;
  }

  private static Expected addResidual(OperatorCase test, Expected before) {
    Epilogue epilogue = test.node().epilogue();
    if (epilogue.residual() == null) {
      return before;
    }
    double branch = factor(test, epilogue.branchFactor());
    double shortcut = factor(test, epilogue.residualFactor());
    Expected after = Expected.ofShape(before.shape());
    for (int i = 0; i < after.results().length; i++) {
      double residual = shortcut * test.inputs().get(epilogue.residual()).data()[i];
      after.results()[i] = branch * before.results()[i] + residual;
      after.scales()[i] = Math.abs(branch) * before.scales()[i] + Math.abs(residual);
    }
    return after;
  }

  private static double factor(OperatorCase test, String name) {
    return name == null ? 1 : test.factors().get(name);
  }

  private static Expected activate(Activation activation, Expected before) {
    Expected after = Expected.ofShape(before.shape());
    for (int i = 0; i < after.results().length; i++) {
      after.results()[i] = ActivationOracle.apply(activation, before.results()[i]);
      after.scales()[i] = ActivationOracle.scale(activation, before.scales()[i]);
    }
    return after;
  }
}
