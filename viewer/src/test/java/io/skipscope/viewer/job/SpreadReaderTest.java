package io.skipscope.viewer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.run.multi.Span;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.SpreadChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadReaderTest {
  private static final long MILLI = 1_000_000;

  private final OpenModel model = OpenNets.resNet20();
  private final Chain chain = Chain.of(model.graph());
  private final SpreadChoice choice = new SpreadChoice(List.of("a", "b"), Goal.LATENCY, null);

  /** Each part takes 2 ms of the one frame, and the next begins 1 ms later. */
  private Spread read(PlanKind kind, Part... parts) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      String what = parts[i].describe(chain);
      spans.add(new Span(parts[i].device(), what, 0, (5 + 3 * i) * MILLI, 2 * MILLI));
    }
    Schedule schedule = new Schedule(kind, Goal.LATENCY, List.of(parts), 5);
    StreamResult result =
        new StreamResult(schedule, List.of(Map.of()), 5 * MILLI, 5, 0, spans, List.of());
    return SpreadReader.read(model, choice, chain, result, List.of());
  }

  @Test
  void aPipelineGivesEachBlockToOneDevice() {
    int cut = 4;
    Spread spread =
        read(
            PlanKind.PIPELINE, new Part("a", 0, cut, 1, 2), new Part("b", cut, chain.size(), 1, 2));
    assertEquals(List.of(new Spread.Share(0, 1)), spread.sharesOf("layer1.0"));
    assertEquals(
        List.of(new Spread.Share(1, 1)), spread.sharesOf(chain.segments().get(cut).name()));
    assertEquals(9, spread.shares().size());
    Spread.Bar second = spread.bars().get(1);
    assertEquals(3, second.startMillis(), 1e-9);
    assertEquals(5, second.endMillis(), 1e-9);
    String first = model.blocks().get(second.block()).block().name();
    assertEquals(chain.segments().get(cut).name(), first);
    assertEquals(
        List.of(new Spread.Handover(0, 0, 1, 2, 3, chain.bytesBefore(cut))), spread.handovers());
  }

  @Test
  void sharedFramesGiveEachBlockToAllInTheirProportion() {
    Spread spread =
        read(
            PlanKind.BATCH,
            new Part("a", 0, chain.size(), 3, 2),
            new Part("b", 0, chain.size(), 1, 2));
    List<Spread.Share> expected = List.of(new Spread.Share(0, 0.75), new Spread.Share(1, 0.25));
    assertEquals(expected, spread.sharesOf("layer3.2"));
    assertEquals(expected, spread.sharesOf(List.of("layer1.0", "layer1.1")));
    assertEquals(List.of(), spread.handovers());
    assertEquals(0, spread.bars().get(0).block());
  }
}
