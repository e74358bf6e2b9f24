package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Layout;
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
    return apply(ordered(options, new FuseEpilogue()), graph, tapped);
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
    List<Pass> passes =
        ordered(options, new FuseEpilogue((at, sum) -> addsInBlocks(at, sum, choice, storage)));
    if (options.fuse()) {
      passes.add(new FuseExpandDepthwise(choice));
      passes.add(new FuseConvChains(choice));
      passes.add(new JoinConvChains(choice));
      passes.add(new FuseFlatten(choice));
    }
    passes.add(new AssignLayouts(choice));
    passes.add(new AssignStorage(storage));
    return apply(passes, graph, tapped);
  }

  /** Where kernels look at values while they add them; they know floats alone. */
  private static boolean addsInBlocks(
      Graph graph, Node sum, KernelChoice choice, DataType storage) {
    return storage == DataType.FLOAT32
        && choice.choose(NodeContext.of(graph, sum)).outputLayout().equals(Layout.NCHWC8);
  }

  /** The passes of {@link #compile} in their order. */
  private static List<Pass> ordered(Options options, FuseEpilogue fuseEpilogue) {
    List<Pass> passes = new ArrayList<>();
    passes.add(new InferShapes());
    if (options.fold()) {
      passes.add(new FoldBatchNorm());
    }
    if (options.fuse()) {
      passes.add(fuseEpilogue);
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
