package io.skipscope.plan;

import io.skipscope.device.KernelSpec;
import io.skipscope.device.UnfitProgramException;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Storage;
import io.skipscope.tensor.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs that turned out not to run on a device, and why. Belongs to the device's thread. */
public final class UnfitPrograms {
  private final Map<KernelSpec.Program, String> reasons = new LinkedHashMap<>();

  /** Whether this is news: a plan without such programs may help. */
  public boolean add(UnfitProgramException failure) {
    String line = failure.getMessage() + "; other kernels take its place";
    return reasons.putIfAbsent(failure.program(), line) == null;
  }

  /** Whether a variant launches one of them for a node whose values are stored in such a type. */
  boolean ruleOut(KernelVariant variant, NodeContext context, DataType storage) {
    return !reasons.isEmpty()
        && variant.launches(context).stream()
            .map(launch -> Storage.in(storage, launch).kernel().program())
            .anyMatch(reasons::containsKey);
  }

  /** One line for each, in the order in which they were found. */
  List<String> lines() {
    return List.copyOf(reasons.values());
  }
}
