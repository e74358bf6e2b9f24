package io.skipscope.viewer.state;

import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.ScaleBranch.Branch;
import io.skipscope.lab.Arithmetic;
import io.skipscope.lab.NumberPlace;
import io.skipscope.lab.ReceptiveBox;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import java.util.Optional;

/**
 * One number of a run: what it is, what it sees and how it comes about.
 *
 * @param tap the name of its value in the run
 */
public record PointedNumber(BlockRun run, String tap, NumberPlace place, float number) {
  /**
   * @param run null for none; {@code pointer} likewise
   * @return empty where the run has no such number
   */
  public static Optional<PointedNumber> of(BlockRun run, Pointer pointer) {
    return run == null || pointer == null
        ? Optional.empty()
        : run.frame(pointer.tap())
            .filter(frame -> pointer.channel() < channels(frame.shape()))
            .map(frame -> of(run, pointer, frame));
  }

  private static int channels(Shape shape) {
    return shape.rank() < 2 ? 1 : shape.channels();
  }

  private static PointedNumber of(BlockRun run, Pointer pointer, TapFrame frame) {
    Shape shape = frame.shape();
    int height = shape.rank() < 4 ? 1 : shape.height();
    int width = shape.rank() < 4 ? 1 : shape.width();
    int row = pointer.row(height);
    int column = pointer.column(width);
    int index = (pointer.channel() * height + row) * width + column;
    return new PointedNumber(
        run,
        frame.name(),
        new NumberPlace(run.valueOf(frame.name()), pointer.channel(), row, column),
        frame.tensor().data()[index]);
  }

  /** The part of the input that it can see; unknown while blocks are swapped. */
  public Optional<ReceptiveBox> box() {
    return run.changes().swaps().isEmpty()
        ? ReceptiveBox.of(run.model().graph(), place)
        : Optional.empty();
  }

  /** The terms that add up to it; unknown while blocks are swapped or channels zeroed. */
  public Optional<Arithmetic> arithmetic() {
    if (!run.changes().structural().isEmpty()) {
      return Optional.empty();
    }
    Graph graph = scaled(run.model().graph());
    return Arithmetic.of(graph, place, run::numbers, graph.factors()::get);
  }

  /** The graph with the factors of the sum that the number belongs to. */
  private Graph scaled(Graph graph) {
    Optional<ResidualBlock> block =
        graph.blocks().stream()
            .filter(b -> place.value().equals(b.sum()))
            .filter(b -> run.changes().scales().containsKey(b.name()))
            .findFirst();
    if (block.isEmpty()) {
      return graph;
    }
    String name = block.get().name();
    Scales scales = run.changes().scalesOf(name);
    Graph residual = new ScaleBranch(name, Branch.RESIDUAL, scales.residual()).apply(graph);
    return new ScaleBranch(name, Branch.SHORTCUT, scales.shortcut()).apply(residual);
  }
}
