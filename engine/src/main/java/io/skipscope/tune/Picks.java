package io.skipscope.tune;

import io.skipscope.op.NodeContext;
import io.skipscope.op.TunedKernels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fastest kernels by shape class. A class that is not there borrows from one of another batch
 * size: what is fast for one sample is fast for several.
 */
public final class Picks implements TunedKernels {
  private final Map<ShapeClass, Pick> byShape;
  private final Map<ShapeClass, Pick> byShapeOfAnyBatch = new HashMap<>();
  private final List<String> problems;

  /**
   * @param problems one line for each reason why less is known than was found once
   */
  Picks(Map<ShapeClass, Pick> byShape, List<String> problems) {
    this.byShape = Map.copyOf(byShape);
    this.problems = List.copyOf(problems);
    byShape.forEach((shape, pick) -> byShapeOfAnyBatch.put(shape.ofAnyBatch(), pick));
  }

  Map<ShapeClass, Pick> byShape() {
    return byShape;
  }

  @Override
  public Optional<Pick> find(NodeContext context) {
    if (byShape.isEmpty()) {
      return Optional.empty();
    }
    ShapeClass shape = ShapeClass.of(context);
    Pick exact = byShape.get(shape);
    return Optional.ofNullable(exact != null ? exact : byShapeOfAnyBatch.get(shape.ofAnyBatch()));
  }

  @Override
  public List<String> problems() {
    return problems;
  }
}
