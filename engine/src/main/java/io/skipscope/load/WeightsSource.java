package io.skipscope.load;

import io.skipscope.error.ModelFormatException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.ParameterSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Gives a net of the zoo the numbers of a file, and notes what does not fit. */
final class WeightsSource implements ParameterSource {
  private static final int SHOWN = 3;

  private final Map<String, Tensor> tensors;
  private final TreeSet<String> unexpected;
  private final List<String> missing = new ArrayList<>();
  private final List<String> misshaped = new ArrayList<>();

  WeightsSource(Map<String, Tensor> tensors) {
    this.tensors = tensors;
    this.unexpected = new TreeSet<>(tensors.keySet());
  }

  @Override
  public Tensor get(String name, Shape shape, Kind kind, int groups) {
    unexpected.remove(name);
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      missing.add(name);
    } else if (!tensor.shape().equals(shape)) {
      misshaped.add(name + " (" + tensor.shape() + " instead of " + shape + ")");
    } else {
      return tensor;
    }
    return Tensor.zeros(shape);
  }

  /**
   * @throws ModelFormatException if anything was missing, of another shape, or left over
   */
  void requireComplete(String file, String architecture) {
    List<String> faults = new ArrayList<>();
    describe(faults, "missing", missing);
    describe(faults, "wrong shape", misshaped);
    describe(faults, "not in this net", List.copyOf(unexpected));
    if (!faults.isEmpty()) {
      throw new ModelFormatException(
          file,
          -1,
          String.join("; ", faults),
          "exactly the parameters of " + architecture + "; name the right net for these weights");
    }
  }

  private static void describe(List<String> faults, String fault, List<String> names) {
    if (!names.isEmpty()) {
      String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
      int more = names.size() - SHOWN;
      faults.add(fault + ": " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
  }
}
