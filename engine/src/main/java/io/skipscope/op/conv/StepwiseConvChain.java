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
import java.util.function.Function;
import java.util.stream.Collectors;

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
    return ConvChainSteps.parts(context);
  }

  @Override
  public Map<String, Long> scratch(NodeContext context) {
    long sizeBytes = (long) context.output().elementCount() * DataType.FLOAT32.sizeBytes();
    return ConvChainSteps.innerResults(context).stream()
        .collect(Collectors.toMap(Function.identity(), name -> sizeBytes));
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    return convolutions(context).stream().map(ConvKernels::conv2d).toList();
  }

  private static List<NodeContext> convolutions(NodeContext context) {
    List<NodeContext> all = new ArrayList<>();
    if (ConvChainSteps.attributes(context).downsamples()) {
      all.add(ConvChainSteps.shortcutConvolution(context));
    }
    all.addAll(ConvChainSteps.of(context));
    return all;
  }

  /** All steps in plain Java. */
  static HostTask host(NodeContext context) {
    List<ConvReference> steps =
        convolutions(context).stream()
            .map(step -> new ConvReference(step.node(), ConvGeometry.of(step)))
            .toList();
    return memory -> {
      Map<String, float[]> more = new HashMap<>();
      for (String inner : ConvChainSteps.innerResults(context)) {
        more.put(inner, new float[context.output().elementCount()]);
      }
      for (PackedValue part : ConvChainSteps.parts(context)) {
        float[] whole = memory.array(part.value());
        Tensor tensor = new Tensor(context.shapes().apply(part.value()), whole);
        more.put(part.buffer(), part.packing().pack().apply(tensor));
      }
      HostTask.Memory extended = new ExtendedMemory(memory, more);
      steps.forEach(step -> step.run(extended));
    };
  }
}
