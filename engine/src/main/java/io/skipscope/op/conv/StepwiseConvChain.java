package io.skipscope.op.conv;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link ConvChain} by the reference kernel of a convolution, step by step, or in Java. */
final class StepwiseConvChain implements KernelVariant {
  @Override
  public String name() {
    return "conv_chain_stepwise.ref";
  }

  @Override
  public KernelFamily family() {
    return KernelFamily.REF;
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return canPrepare(context, device);
  }

  @Override
  public List<PackedValue> packed(NodeContext context) {
    return ConvChainStages.of(context).stream()
        .flatMap(stage -> ConvChainSteps.parts(stage).stream())
        .toList();
  }

  @Override
  public Map<String, Long> scratch(NodeContext context) {
    Map<String, Long> sizesBytes = new HashMap<>();
    elementCounts(context)
        .forEach((name, count) -> sizesBytes.put(name, count * DataType.FLOAT32.sizeBytes()));
    return sizesBytes;
  }

  /** How many numbers each value between the chain's inputs and its output has. */
  private static Map<String, Long> elementCounts(NodeContext context) {
    Map<String, Long> counts = new HashMap<>();
    for (NodeContext stage : ConvChainStages.of(context)) {
      long count = stage.output().elementCount();
      ConvChainSteps.innerResults(stage).forEach(name -> counts.put(name, count));
      counts.put(stage.node().output(), count);
    }
    counts.remove(context.node().output());
    return counts;
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    return convolutions(context).stream().map(ConvKernels::conv2d).toList();
  }

  private static List<NodeContext> convolutions(NodeContext context) {
    List<NodeContext> all = new ArrayList<>();
    for (NodeContext stage : ConvChainStages.of(context)) {
      if (ConvChainSteps.attributes(stage).downsamples()) {
        all.add(ConvChainSteps.shortcutConvolution(stage));
      }
      all.addAll(ConvChainSteps.of(stage));
    }
    return all;
  }

  /** All steps in plain Java. */
  static HostTask host(NodeContext context) {
    List<ConvReference> steps =
        convolutions(context).stream()
            .map(step -> new ConvReference(step.node(), ConvGeometry.of(step)))
            .toList();
    return memory -> {
      HostTask.Memory extended = new ExtendedMemory(memory, inner(context, memory));
      steps.forEach(step -> step.run(extended));
    };
  }

  private static Map<String, float[]> inner(NodeContext context, HostTask.Memory memory) {
    Map<String, float[]> inner = new HashMap<>();
    elementCounts(context)
        .forEach((name, count) -> inner.put(name, new float[Math.toIntExact(count)]));
    for (NodeContext stage : ConvChainStages.of(context)) {
      for (PackedValue part : ConvChainSteps.parts(stage)) {
        Tensor whole = new Tensor(stage.shapes().apply(part.value()), memory.array(part.value()));
        inner.put(part.buffer(), part.packing().pack().apply(whole));
      }
    }
    return inner;
  }
}
