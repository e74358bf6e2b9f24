package io.skipscope.viewer.blockpane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.Graph;
import io.skipscope.viewer.Nets;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.ViewerState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardPointingTest {
  /** Thin - wide - wide - thin, with a shortcut: 24, 144, 144 and 24 channels. */
  private final CardPlan plan = plan();

  private static CardPlan plan() {
    Graph net = Nets.mobileNetV2();
    return CardPlan.of(
        net, net.blocks().stream().filter(b -> b.hasShortcut()).findFirst().orElseThrow());
  }

  private static ViewerState pointing(int channel, Pointer pointer) {
    return ViewerState.INITIAL.with().channel(channel).pointer(pointer).build();
  }

  @Test
  void theFirstPlaceIsTheMiddleOfTheLastTileThatHasTheChannel() {
    List<Step> steps = plan.steps();
    assertEquals(
        Pointer.middle(steps.get(steps.size() - 1).tap(), 3),
        CardPointing.moved(plan, pointing(3, null), 1, 0));
    Step wide = steps.stream().filter(s -> s.channels() > 100).reduce((a, b) -> b).orElseThrow();
    assertEquals(
        Pointer.middle(wide.tap(), 100), CardPointing.inTile(plan, pointing(100, null), -1));
  }

  @Test
  void aChannelThatNoTileHasGivesWayToTheLastOfTheWidest() {
    Step wide =
        plan.steps().stream().filter(s -> s.channels() > 100).reduce((a, b) -> b).orElseThrow();
    assertEquals(
        Pointer.middle(wide.tap(), wide.channels() - 1),
        CardPointing.moved(plan, pointing(1000, null), 1, 0));
  }

  @Test
  void itMovesWithinItsTile() {
    Step first = plan.steps().get(0);
    Pointer before = Pointer.middle(first.tap(), 3);
    Pointer after = CardPointing.moved(plan, pointing(3, before), -1, 2);
    assertEquals(first.tap(), after.tap());
    assertEquals(before.column(first.mapWidth()) - 1, after.column(first.mapWidth()));
    assertEquals(before.row(first.mapHeight()) + 2, after.row(first.mapHeight()));
  }

  @Test
  void allTilesThatHaveTheChannelAreReachedAndNoOther() {
    List<String> wide =
        plan.steps().stream().filter(s -> s.channels() > 100).map(Step::tap).toList();
    Pointer place = Pointer.middle(wide.get(0), 100);
    List<String> reached = new ArrayList<>(List.of(place.tap()));
    for (int i = 0; i < plan.steps().size(); i++) {
      place = CardPointing.inTile(plan, pointing(100, place), 1);
      if (!reached.contains(place.tap())) {
        reached.add(place.tap());
      }
    }
    assertEquals(wide, reached);
  }
}
