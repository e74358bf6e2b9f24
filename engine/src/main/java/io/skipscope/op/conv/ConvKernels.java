package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.ReferenceVariant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The reference kernels of a convolution and the arguments of each, in its parameters' order. */
final class ConvKernels {
  static final List<KernelVariant> ALL =
      List.of(
          variant("pointwise", ConvGeometry::isPointwise, ConvKernels::pointwise),
          variant("depthwise", ConvGeometry::isDepthwise, ConvKernels::depthwise),
          variant("conv2d", geometry -> true, ConvKernels::conv2d));

  private ConvKernels() {}

  private static ReferenceVariant variant(
      String function,
      Predicate<ConvGeometry> accepted,
      Function<NodeContext, KernelLaunch> launch) {
    return new ReferenceVariant(
        function + ".ref",
        context -> accepted.test(ConvGeometry.of(context)),
        context -> List.of(launch.apply(context)));
  }

  static KernelLaunch pointwise(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    return begin(context.node(), "pointwise")
        .ints(g.batch())
        .ints(g.inChannels(), g.inHeight(), g.inWidth())
        .ints(g.outChannels(), g.outHeight(), g.outWidth())
        .ints(g.attributes().strideH(), g.attributes().strideW())
        .build(range(g));
  }

  static KernelLaunch depthwise(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    LaunchBuilder launch =
        begin(context.node(), "depthwise")
            .ints(g.batch())
            .ints(g.inChannels(), g.inHeight(), g.inWidth())
            .ints(g.outChannels() / g.inChannels(), g.outHeight(), g.outWidth());
    return window(launch, g).build(range(g));
  }

  static KernelLaunch conv2d(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    LaunchBuilder launch =
        begin(context.node(), "conv2d")
            .ints(g.batch())
            .ints(g.attributes().groups(), g.groupChannels())
            .ints(g.inHeight(), g.inWidth())
            .ints(g.outChannels(), g.outHeight(), g.outWidth());
    return window(launch, g).build(range(g));
  }

  private static LaunchBuilder begin(Node node, String function) {
    return new LaunchBuilder(node, "conv/" + function + ".ref.cl", function)
        .buffers(node.input(0), node.input(1), node.output())
        .epilogue();
  }

  private static LaunchBuilder window(LaunchBuilder launch, ConvGeometry g) {
    ConvAttributes a = g.attributes();
    return launch
        .ints(g.kernelH(), g.kernelW())
        .ints(a.strideH(), a.strideW())
        .ints(a.padTop(), a.padLeft())
        .ints(a.dilationH(), a.dilationW());
  }

  private static NdRange range(ConvGeometry g) {
    return NdRange.of(g.outWidth(), g.outHeight(), (long) g.batch() * g.outChannels());
  }
}
