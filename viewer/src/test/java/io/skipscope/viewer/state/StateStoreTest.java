package io.skipscope.viewer.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.skipscope.image.ColorMap;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateStoreTest {
  private final StateStore store = new StateStore(ViewerState.INITIAL);
  private final List<Set<ViewerChange>> told = new ArrayList<>();

  @Test
  void listenerLearnsTheWholeStateAtFirst() {
    store.addListener((changes, state) -> told.add(changes));
    assertEquals(List.of(Set.of(ViewerChange.values())), told);
  }

  @Test
  void listenersAreToldWhatChangedAndNothingElse() {
    store.addListener((changes, state) -> told.add(changes));
    store.update(s -> s.with().channel(3).colorMap(ColorMap.MAGMA).build());
    assertEquals(Set.of(ViewerChange.CHANNEL, ViewerChange.COLOR_MAP), told.get(1));
    assertEquals(3, store.state().channel());
  }

  @Test
  void anEditThatChangesNothingTellsNobody() {
    store.addListener((changes, state) -> told.add(changes));
    store.update(s -> s.with().channel(0).build());
    assertEquals(1, told.size());
  }

  @Test
  void statesAreNotChangedByEdits() {
    ViewerState before = store.state();
    store.update(s -> s.with().enlarged(true).message(Message.error("x")).build());
    assertSame(ViewerState.INITIAL, before);
    assertEquals(false, before.enlarged());
  }

  @Test
  void aDivergingColourMapPutsZeroInTheMiddle() {
    ViewerState diverging = ViewerState.INITIAL.withColorMap(ColorMap.DIVERGING);
    assertEquals(RangeMode.SYMMETRIC, diverging.range());
    assertEquals(RangeMode.PERCENTILE, diverging.withColorMap(ColorMap.MAGMA).range());
    ViewerState full = ViewerState.INITIAL.with().range(RangeMode.FULL).build();
    assertEquals(RangeMode.FULL, full.withColorMap(ColorMap.MAGMA).range());
  }

  @Test
  void aSuccessEndsEveryMessageButALastingOne() {
    assertEquals(null, Message.afterSuccess(null));
    assertEquals(null, Message.afterSuccess(Message.error("e")));
    assertEquals(null, Message.afterSuccess(Message.hint("h")));
    assertEquals(Message.notice("n"), Message.afterSuccess(Message.notice("n")));
  }

  @Test
  void aDeviceThatFailedIsSaidOnceAndLastingly() {
    BlockRun asAsked = runThat(List.of());
    BlockRun otherwise = runThat(List.of("device 1.0: CL_OUT_OF_RESOURCES (-5); Java goes on"));
    Message shown = Message.hint("h");
    assertEquals(shown, Message.withRun(shown, null, asAsked));
    assertEquals(shown, Message.withRun(shown, otherwise, null));
    Message said = Message.withRun(shown, asAsked, otherwise);
    assertEquals(Message.notice(otherwise.recoveries().get(0)), said);
    assertEquals(said, Message.withRun(shown, null, otherwise));
    assertEquals(null, Message.withRun(null, otherwise, otherwise));
  }

  private static BlockRun runThat(List<String> recoveries) {
    return new BlockRun(
        null, 0, null, Map.of(), null, null, List.of(), Changes.NONE, List.of(), "", recoveries, 0);
  }

  @Test
  void aMeasuredFieldGoesWithItsRun() {
    BlockRun run = runThat(List.of());
    PointedField field = new PointedField(new PointedNumber(run, "", null, 0), null);
    ViewerState state = ViewerState.INITIAL.with().run(run).field(field).build();
    assertEquals(field, state.with().channel(2).build().field());
    assertNull(state.with().run(runThat(List.of("again"))).build().field());
  }

  @Test
  void whatIsKnownOfChannelsGoesWithTheModel() {
    OpenModel model = new OpenModel("a", null, List.of());
    UnitFindings found = new UnitFindings(model, Changes.NONE, "", "", 0, 0, List.of(), null);
    ViewerState state = ViewerState.INITIAL.with().model(model).units(found).build();
    assertEquals(found, state.with().channel(2).build().units());
    assertNull(state.with().model(new OpenModel("b", null, List.of())).build().units());
  }

  private static Spread spreadOf(OpenModel model) {
    SpreadChoice choice = new SpreadChoice(List.of("a", "b"), Goal.THROUGHPUT, null);
    return new Spread(
        model,
        choice,
        PlanKind.BATCH,
        1,
        1,
        0,
        0,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void howItWasSpreadGoesWithTheModel() {
    OpenModel model = new OpenModel("a", null, List.of());
    Spread spread = spreadOf(model);
    ViewerState state = ViewerState.INITIAL.with().model(model).spread(spread).build();
    assertEquals(spread, state.with().channel(2).build().spread());
    assertNull(state.with().model(new OpenModel("b", null, List.of())).build().spread());
  }

  @Test
  void everyComponentOfTheStateHasItsChange() {
    assertEquals(ViewerState.class.getRecordComponents().length, ViewerChange.values().length);
    BlockRun run = runThat(List.of());
    OpenModel model = new OpenModel("a", null, List.of());
    ViewerState other =
        new ViewerState(
            List.of(new DeviceChoice("java", "Java", "")),
            "java",
            model,
            new OpenPicture("p", new io.skipscope.image.Picture("p", 1, 1, new int[1])),
            new FilmStrip("f", List.of(new FilmStrip.Frame("p", "p", "")), 0),
            new LiveInput("screen", 0),
            1,
            ChangeHistory.EMPTY.then(Changes.NONE.scaled("a", new Scales(0, 1))),
            new Survey(null, Map.of()),
            Folds.of(Folds.Level.STAGES),
            "conv",
            run,
            new Comparison(null, ComparedSide.KEPT, null),
            new UnitFindings(model, Changes.NONE, "", "", 0, 0, List.of(), null),
            spreadOf(model),
            1,
            true,
            new Pointer("", 0, 0, 0),
            new PointedField(new PointedNumber(run, "", null, 0), null),
            ColorMap.GREY,
            RangeMode.FULL,
            MapsChoice.INITIAL.withOpen(true),
            true,
            Recent.NONE.withModel("m"),
            Look.INITIAL.withMode(ThemeMode.DARK),
            Language.CHINESE,
            KeyChoices.NONE.with("FIND", "F5"),
            1.5f,
            Message.hint("h"),
            new Progress("p", 0, 0));
    assertEquals(Set.of(ViewerChange.values()), ViewerChange.between(ViewerState.INITIAL, other));
  }
}
