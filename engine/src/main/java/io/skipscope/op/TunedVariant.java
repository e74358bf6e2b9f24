package io.skipscope.op;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.tensor.Layout;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A variant with other settings of its tunables than it would choose itself. */
public record TunedVariant(KernelVariant variant, Tuning tuning) implements KernelVariant {
  /** The variant itself where nothing is set. */
  public static KernelVariant of(KernelVariant variant, Tuning tuning) {
    return tuning.equals(Tuning.DEFAULT) ? variant : new TunedVariant(variant, tuning);
  }

  @Override
  public String name() {
    return variant.name();
  }

  @Override
  public KernelFamily family() {
    return variant.family();
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return variant.accepts(tuned(context), device);
  }

  @Override
  public boolean suits(NodeContext context, DeviceInfo device) {
    return variant.suits(tuned(context), device);
  }

  @Override
  public List<Tuning> tunings(NodeContext context) {
    return variant.tunings(context);
  }

  @Override
  public Layout inputLayout() {
    return variant.inputLayout();
  }

  @Override
  public Layout outputLayout() {
    return variant.outputLayout();
  }

  @Override
  public List<PackedValue> packed(NodeContext context) {
    return variant.packed(tuned(context));
  }

  @Override
  public Map<String, Long> scratch(NodeContext context) {
    return variant.scratch(tuned(context));
  }

  @Override
  public Set<String> keptZero(NodeContext context) {
    return variant.keptZero(tuned(context));
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    return variant.launches(tuned(context));
  }

  private NodeContext tuned(NodeContext context) {
    return context.withTuning(tuning);
  }
}
