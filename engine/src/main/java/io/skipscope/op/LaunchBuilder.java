package io.skipscope.op;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts a {@link KernelLaunch} together in the order that this package's conventions ask for. */
public final class LaunchBuilder {
  private final Node node;
  private final String source;
  private final String function;
  private final Map<String, String> defines = new TreeMap<>();
  private final List<Arg> args = new ArrayList<>();

  /**
   * @param source path below the OpenCL sources, such as {@code conv/conv2d.ref.cl}
   * @param function the kernel's name in that file
   */
  public LaunchBuilder(Node node, String source, String function) {
    this.node = node;
    this.source = source;
    this.function = function;
  }

  public LaunchBuilder define(String name, Object text) {
    defines.put(name, String.valueOf(text));
    return this;
  }

  /** Adds buffers of values of the graph. */
  public LaunchBuilder buffers(String... values) {
    for (String value : values) {
      args.add(new Arg.Buffer(value));
    }
    return this;
  }

  public LaunchBuilder ints(int... values) {
    for (int value : values) {
      args.add(new Arg.Int(value));
    }
    return this;
  }

  public LaunchBuilder floats(float... values) {
    for (float value : values) {
      args.add(new Arg.Float(value));
    }
    return this;
  }

  /** Adds local memory of so many bytes each. */
  public LaunchBuilder local(int... sizesBytes) {
    for (int sizeBytes : sizesBytes) {
      args.add(new Arg.Local(sizeBytes));
    }
    return this;
  }

  /** Adds factors of the graph; null stands for 1. */
  public LaunchBuilder factors(String... names) {
    for (String name : names) {
      args.add(new Arg.Factor(name));
    }
    return this;
  }

  /** The macros and arguments that {@code EPILOGUE_PARAMETERS} of epilogue.clh declares. */
  public LaunchBuilder epilogue() {
    return epilogue(node.epilogue().bias());
  }

  /**
   * Likewise for a kernel that reads its bias from a packed copy.
   *
   * @param biasBuffer null if there is no bias
   */
  public LaunchBuilder epilogue(String biasBuffer) {
    Epilogue epilogue = node.epilogue();
    if (biasBuffer != null) {
      define("HAS_BIAS", "").buffers(biasBuffer);
    }
    if (epilogue.residual() != null) {
      define("HAS_RESIDUAL", "").buffers(epilogue.residual());
      factors(epilogue.branchFactor(), epilogue.residualFactor());
    }
    for (Epilogue.Step step : Epilogue.Step.values()) {
      if (epilogue.storeOf(step) != null) {
        define("STORE_" + step, "").buffers(epilogue.storeOf(step));
      }
    }
    return activation(epilogue.activation());
  }

  /** The macro and the two parameters of {@code ACTIVATE} in activation.clh. */
  public LaunchBuilder activation(Activation activation) {
    return define("ACTIVATION", activation.kind()).floats(activation.alpha(), activation.beta());
  }

  public KernelLaunch build(NdRange range) {
    return new KernelLaunch(node.name(), new KernelSpec(source, function, defines), range, args);
  }
}
