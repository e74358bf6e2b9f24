package io.skipscope.op.movement;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import java.util.ArrayList;
import java.util.List;

/** What the operators share that only copy boxes of numbers: one copy per input. */
abstract class CopyOperator implements Operator {
  private final KernelVariant kernel = new ReferenceVariant("strided_copy.ref", this::launches);

  /** The copy of every input, in the order of the inputs. */
  abstract List<StridedCopy> copies(NodeContext context);

  @Override
  public Cost cost(NodeContext context) {
    return Cost.of(context, 0, 0);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(kernel);
  }

  private List<KernelLaunch> launches(NodeContext context) {
    List<StridedCopy> copies = copies(context);
    List<KernelLaunch> launches = new ArrayList<>();
    for (int i = 0; i < copies.size(); i++) {
      launches.addAll(copies.get(i).launches(context.node(), context.node().input(i)));
    }
    return launches;
  }

  @Override
  public HostTask reference(NodeContext context) {
    List<StridedCopy> copies = copies(context);
    return memory -> {
      float[] output = memory.array(context.node().output());
      for (int i = 0; i < copies.size(); i++) {
        copies.get(i).run(memory, memory.array(context.node().input(i)), output);
      }
    };
  }
}
