package io.skipscope.viewer;

import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.SpreadChoice;
import java.util.List;
import java.util.Map;

/** Work of two devices, {@code a} and {@code b}, that no device has done. */
public final class Spreads {
  private Spreads() {}

  /**
   * One frame goes from a (0 to 10 ms) to b (20 to 40 ms).
   *
   * @param shares of blocks by name
   */
  public static Spread of(OpenModel model, Map<String, List<Spread.Share>> shares) {
    return new Spread(
        model,
        new SpreadChoice(List.of("a", "b"), Goal.LATENCY, null),
        PlanKind.PIPELINE,
        39,
        40,
        1,
        1000,
        List.of("a", "b"),
        shares,
        List.of(
            new Spread.Bar(0, 0, "stem - layer1.0", 0, 0, 10),
            new Spread.Bar(1, 0, "layer1.1 - head", 1, 20, 40)),
        List.of(new Spread.Handover(0, 0, 1, 10, 20, 1000)),
        List.of(),
        List.of());
  }
}
