package io.skipscope.op.conv;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.DataType;
import java.util.List;
import java.util.Map;

/** {@link ExpandDepthwise} by the reference kernels of both convolutions, or in Java. */
final class ExpandThenDepthwise implements KernelVariant {
  @Override
  public String name() {
    return "expand_then_depthwise.ref";
  }

  @Override
  public KernelFamily family() {
    return KernelFamily.REF;
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return true;
  }

  @Override
  public Map<String, Long> scratch(NodeContext context) {
    ExpandDepthwiseParts parts = ExpandDepthwiseParts.of(context);
    long numbers = parts.expandedShape().elementCount();
    return Map.of(parts.expanded(), numbers * DataType.FLOAT32.sizeBytes());
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    ExpandDepthwiseParts parts = ExpandDepthwiseParts.of(context);
    return List.of(ConvKernels.pointwise(parts.expand()), ConvKernels.depthwise(parts.depthwise()));
  }

  /** Both convolutions in plain Java. */
  static HostTask host(ExpandDepthwiseParts parts) {
    HostTask expand = new ConvReference(parts.expand().node(), parts.expandGeometry());
    HostTask depthwise = new ConvReference(parts.depthwise().node(), parts.depthwiseGeometry());
    return memory -> {
      float[] expanded = new float[parts.expandedShape().elementCount()];
      HostTask.Memory extended = new ExtendedMemory(memory, Map.of(parts.expanded(), expanded));
      expand.run(extended);
      depthwise.run(extended);
    };
  }
}
