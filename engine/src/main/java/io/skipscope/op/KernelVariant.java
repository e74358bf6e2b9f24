package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import java.util.List;

/** One way to compute an operator with kernels. */
public interface KernelVariant {
  /** Such as {@code conv2d.ref}. */
  String name();

  KernelFamily family();

  /** Whether this variant can compute this node on this device. */
  boolean accepts(NodeContext context, DeviceInfo device);

  /** The launches that compute the node, in order; each writes all rows. */
  List<KernelLaunch> launches(NodeContext context);
}
