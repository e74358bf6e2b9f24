package io.skipscope.pass;

import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Role;
import io.skipscope.tensor.Tensor;
import java.util.List;

/** Stored values that passes compute from others. */
final class DerivedValue {
  private DerivedValue() {}

  /**
   * Stores a value that is named after everything that it is computed from, with a version that
   * grows with each of theirs: copies on devices are found by name and version.
   *
   * @param kind what the sources have become
   * @return its name
   */
  static String store(GraphBuilder builder, String kind, List<String> sources, Tensor tensor) {
    String name = kind + sources;
    long version = sources.stream().mapToLong(source -> builder.value(source).version()).sum();
    builder.store(name, Role.PARAMETER, tensor);
    builder.putValue(builder.value(name).withVersion(version));
    return name;
  }
}
