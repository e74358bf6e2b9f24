package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.op.KernelChoice;
import io.skipscope.tensor.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ordered list of passes, and running them. */
public final class Passes {
  /** Which optional passes run. */
  public record Options(boolean fold, boolean fuse) {
    public static final Options ALL = new Options(true, true);
  }

  private Passes() {}

  /** What every model goes through once it is read: afterwards it can be shown and counted. */
  public static Graph prepare(Graph graph) {
    return apply(List.of(new InferShapes(), new FindResidualBlocks()), graph, Set.of());
  }

  /**
   * A prepared graph as it is run.
   *
   * @param tapped values that keep their names and numbers
   */
  public static Graph compile(Graph graph, Set<String> tapped, Options options) {
    return apply(ordered(options), graph, tapped);
  }

  /** Likewise for a device that runs kernels, whose layouts the values take, stored in float. */
  public static Graph compile(
      Graph graph, Set<String> tapped, Options options, KernelChoice choice) {
    return compile(graph, tapped, options, choice, DataType.FLOAT32);
  }

  /**
   * Likewise with values that are stored in another way.
   *
   * @param storage how every value is stored
   */
  public static Graph compile(
      Graph graph, Set<String> tapped, Options options, KernelChoice choice, DataType storage) {
    List<Pass> passes = ordered(options);
    if (options.fuse()) {
      passes.add(new FuseExpandDepthwise(choice));
      passes.add(new FuseConvChains(choice));
    }
    passes.add(new AssignLayouts(choice));
    passes.add(new AssignStorage(storage));
    return apply(passes, graph, tapped);
  }

  /** The passes of {@link #compile} in their order. */
  public static List<Pass> ordered(Options options) {
    List<Pass> passes = new ArrayList<>();
    passes.add(new InferShapes());
    if (options.fold()) {
      passes.add(new FoldBatchNorm());
    }
    if (options.fuse()) {
      passes.add(new FuseEpilogue());
    }
    return passes;
  }

  private static Graph apply(List<Pass> passes, Graph graph, Set<String> tapped) {
    Set<String> pinned = new HashSet<>(tapped);
    pinned.addAll(graph.outputs());
    Graph current = graph;
    for (Pass pass : passes) {
      current = pass.apply(current, pinned);
    }
    return current;
  }
}
