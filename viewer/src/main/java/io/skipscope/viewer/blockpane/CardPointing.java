package io.skipscope.viewer.blockpane;

import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.ViewerState;
import java.util.List;

/**
 * Where the arrow keys point on the card. The first time it is the middle of the selected channel,
 * in the last tile that has it.
 */
final class CardPointing {
  private CardPointing() {}

  /** The place some columns and rows further in the same tile. */
  static Pointer moved(CardPlan plan, ViewerState state, int columns, int rows) {
    int tile = pointedTile(plan, state.pointer());
    if (tile < 0) {
      return first(plan, state.channel());
    }
    Step step = plan.steps().get(tile);
    return state.pointer().moved(columns, rows, step.mapWidth(), step.mapHeight());
  }

  /** The same place some tiles further that have the channel; where none has, the place before. */
  static Pointer inTile(CardPlan plan, ViewerState state, int tiles) {
    Pointer pointer = state.pointer();
    int tile = pointedTile(plan, pointer);
    if (tile < 0) {
      return first(plan, state.channel());
    }
    List<Step> steps = plan.steps();
    int next = tile + tiles;
    while (next >= 0 && next < steps.size() && steps.get(next).channels() <= pointer.channel()) {
      next += Integer.signum(tiles);
    }
    return next < 0 || next >= steps.size()
        ? pointer
        : pointer.inMap(steps.get(next).tap(), pointer.channel());
  }

  /** Index of the tile that is pointed at, -1 for none. */
  private static int pointedTile(CardPlan plan, Pointer pointer) {
    return pointer == null
        ? -1
        : plan.steps().stream().map(Step::tap).toList().indexOf(pointer.tap());
  }

  /** Of a channel that only the values of other blocks have, the nearest that a tile has. */
  private static Pointer first(CardPlan plan, int selected) {
    int most = plan.steps().stream().mapToInt(Step::channels).max().orElse(1);
    int channel = Math.min(selected, most - 1);
    String tap =
        plan.steps().stream()
            .filter(step -> step.channels() > channel)
            .map(Step::tap)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return Pointer.middle(tap, channel);
  }
}
