package io.skipscope.graph;

import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * One edge of a graph: a tensor with one writer and any number of readers.
 *
 * @param name unique in its graph
 * @param role what the value is for
 * @param shape null until shapes have been inferred
 * @param layout how it lies in device memory; plain NCHW until layouts are assigned
 * @param version counts the changes of a parameter, so that packed copies know when they are stale
 * @param sourceNames further names under which the user knows this value: the node that wrote it,
 *     the name in the model file, the names of nodes that passes merged into its writer
 */
public record Value(
    String name, Role role, Shape shape, Layout layout, long version, List<String> sourceNames) {
  public Value {
    sourceNames = List.copyOf(sourceNames);
  }

  public Value(String name, Role role, Shape shape) {
    this(name, role, shape, Layout.NCHW, 0, List.of());
  }

  public Value withShape(Shape inferred) {
    return new Value(name, role, inferred, layout, version, sourceNames);
  }

  public Value withLayout(Layout newLayout) {
    return new Value(name, role, shape, newLayout, version, sourceNames);
  }

  public Value withVersion(long newVersion) {
    return new Value(name, role, shape, layout, newVersion, sourceNames);
  }

  /** This value, known under more names too. */
  public Value alsoKnownAs(List<String> names) {
    List<String> all = new ArrayList<>(sourceNames);
    names.stream().filter(n -> !n.equals(name) && !all.contains(n)).forEach(all::add);
    return new Value(name, role, shape, layout, version, all);
  }
}
