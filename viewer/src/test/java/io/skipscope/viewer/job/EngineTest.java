package io.skipscope.viewer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.Model;
import io.skipscope.Prediction;
import io.skipscope.image.Picture;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.load.onnx.OnnxWriter;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.InputChoice;
import io.skipscope.viewer.state.InputPreset;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Scales;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  private static final Picture PICTURE = new Picture("grey", 32, 32, new int[32 * 32]);
  private static final String PREPARING = "Preparing launches";

  private final Engine engine = new Engine();
  private final OpenModel model = engine.open("resnet20", Job.unwatched());

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void firstRunTellsHowFarOpeningIsAndTheNextOneOnlyRuns() {
    Set<String> steps = new LinkedHashSet<>();
    Job job = new Job((what, done, total) -> steps.add(what));
    assertEquals(5, engine.run(request(), job).predictions().size());
    assertTrue(
        steps.containsAll(List.of("Preparing device java", PREPARING, "Running")), "" + steps);
    steps.clear();
    engine.run(request(), job);
    assertEquals(Set.of("Running"), steps);
  }

  @Test
  void aModelFromAFileAnswersAsTheOneThatWasWritten(@TempDir Path folder) {
    Model written = model.opened();
    Path file = folder.resolve("net.onnx");
    OnnxWriter.write(
        written.graph(), written.inputSpec(), written.classes(), written.metadata(), file);
    OpenModel opened = engine.open(file.toString(), Job.unwatched());
    assertEquals(model.blocks().size(), opened.blocks().size());
    Prediction expected = engine.run(request(), Job.unwatched()).predictions().get(0);
    BlockRun run =
        engine.run(new RunRequest(opened, PICTURE, "java", 0, "", Changes.NONE), Job.unwatched());
    assertEquals(expected.index(), run.predictions().get(0).index());
    assertEquals(expected.probability(), run.predictions().get(0).probability(), 1e-5f);
    assertEquals(run.plan().taps().size(), run.frames().size());
  }

  @Test
  void openingThatIsCancelledCanBeTriedAgain() {
    Job[] job = new Job[1];
    job[0] =
        new Job(
            (what, done, total) -> {
              if (what.equals(PREPARING)) {
                job[0].cancel();
              }
            });
    assertThrows(CancelledException.class, () -> engine.run(request(), job[0]));
    BlockRun run = engine.run(request(), Job.unwatched());
    assertEquals(run.plan().taps().size(), run.frames().size());
  }

  @Test
  void runsOnAnotherDeviceThanTheOneThatGotReady() {
    engine.devices("resnet20");
    assertTrue(engine.run(request(), Job.unwatched()).device().startsWith("java"));
  }

  @Test
  void anotherSizeIsAnotherModelOfTheSameOpenedOneAndTheWayBackLeadsToIt() {
    InputChoice larger = InputChoice.AS_OPENED.withSize(64, 48);
    OpenModel sized = engine.sized(model, larger);
    assertTrue(sized.isOf(model));
    assertSame(sized, engine.sized(sized, larger));
    BlockRun run =
        engine.run(
            new RunRequest(sized, PICTURE, "java", 0, "", Changes.NONE.fed(larger)),
            Job.unwatched());
    assertEquals(64, run.seen().height());
    assertEquals(48, run.seen().width());
    assertSame(model.model(), engine.sized(sized, InputChoice.AS_OPENED).model());
  }

  @Test
  void presetFeedsOtherNumbersToTheSameSession() {
    engine.run(request(), Job.unwatched());
    Set<String> steps = new LinkedHashSet<>();
    InputChoice unit = InputChoice.AS_OPENED.with(InputPreset.UNIT);
    BlockRun run =
        engine.run(
            new RunRequest(model, PICTURE, "java", 0, "", Changes.NONE.fed(unit)),
            new Job((what, done, total) -> steps.add(what)));
    assertEquals(Set.of("Running"), steps);
    // The picture is black.
    for (float number : run.input().data()) {
      assertEquals(0, number);
    }
  }

  @Test
  void onceAShortcutWasCutNeitherAnotherCutNorUndoingAllIsPlannedAnew() {
    Changes first = cut(Changes.NONE, 0);
    engine.run(request(1, Changes.NONE), Job.unwatched());
    engine.run(request(1, first), Job.unwatched());
    Set<String> steps = new LinkedHashSet<>();
    Job job = new Job((what, done, total) -> steps.add(what));
    engine.run(request(1, cut(first, 2)), job);
    engine.run(request(1, Changes.NONE), job);
    assertEquals(Set.of("Running"), steps);
    engine.run(request(2, first), Job.unwatched());
    steps.clear();
    engine.run(request(2, Changes.NONE), job);
    assertEquals(Set.of("Running"), steps, "a block that was not shown before the cut");
  }

  @Test
  void undoingACutGivesTheNumbersOfTheNetworkAsOpened() {
    BlockRun opened = engine.run(request(1, Changes.NONE), Job.unwatched());
    BlockRun cut = engine.run(request(1, cut(Changes.NONE, 0)), Job.unwatched());
    BlockRun undone = engine.run(request(1, Changes.NONE), Job.unwatched());
    assertNotEquals(opened.predictions(), cut.predictions());
    for (int i = 0; i < opened.predictions().size(); i++) {
      Prediction expected = opened.predictions().get(i);
      assertEquals(expected.index(), undone.predictions().get(i).index());
      assertEquals(expected.probability(), undone.predictions().get(i).probability(), 1e-6);
    }
  }

  @Test
  void mapsAreHandedOverWithoutTheAnswerAndAreThoseOfTheRun() {
    List<BlockRun> early = new ArrayList<>();
    BlockRun run = engine.run(request(1, Changes.NONE), early::add, Job.unwatched());
    assertEquals(1, early.size());
    assertTrue(early.get(0).looksLike(run));
    assertEquals(List.of(), early.get(0).predictions());
    run.frames().forEach((tap, frame) -> assertSame(frame, early.get(0).frames().get(tap)));
  }

  @Test
  void mapsThatCannotBePreparedEarlyDoNotSpoilTheRun() {
    BlockRun run =
        engine.run(
            request(1, Changes.NONE),
            early -> {
              throw new IllegalStateException("cannot paint");
            },
            Job.unwatched());
    assertEquals(5, run.predictions().size());
  }

  private Changes cut(Changes changes, int block) {
    return changes.scaled(model.blocks().get(block).block().name(), new Scales(1, 0));
  }

  private RunRequest request() {
    return request(0, Changes.NONE);
  }

  private RunRequest request(int block, Changes changes) {
    return new RunRequest(model, PICTURE, "java", block, "", changes);
  }
}
