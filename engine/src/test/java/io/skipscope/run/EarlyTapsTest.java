package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapListener;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who waits for taps has them before the run has ended, and gets the same numbers. */
@Tag("opencl")
class EarlyTapsTest {
  private static final Map<String, Tensor> INPUT =
      Map.of("input", RandomTensors.of(1, 1, 3, 32, 32));
  private static final TapSet FIRST_BLOCK = TapSet.named(BlockedNet.GRAPH, List.of("layer1.0"));

  @RegisterExtension private final BlockedNet net = new BlockedNet();

  private RunResult run(TapListener listener, Job job) {
    return net.runner().run(INPUT, FIRST_BLOCK, Map.of(), listener, job);
  }

  @Test
  void theListenerIsToldOnceOfTheFramesOfTheResult() {
    List<List<TapFrame>> told = new ArrayList<>();
    try (RunResult result = run(told::add, Job.unwatched())) {
      assertEquals(1, told.size());
      assertEquals(result.taps().size(), told.get(0).size());
      for (int i = 0; i < result.taps().size(); i++) {
        assertSame(result.taps().get(i), told.get(0).get(i));
      }
    }
  }

  @Test
  void tapsAndOutputAreThoseOfARunThatNobodyListensTo() {
    List<float[]> early = new ArrayList<>();
    TapListener reader =
        frames -> frames.forEach(frame -> early.add(frame.tensor().data().clone()));
    try (RunResult usual = run(TapListener.NONE, Job.unwatched());
        RunResult listened = run(reader, Job.unwatched())) {
      assertArrayEquals(usual.output().data(), listened.output().data());
      for (int i = 0; i < early.size(); i++) {
        assertArrayEquals(usual.taps().get(i).tensor().data(), early.get(i));
        assertEquals(
            usual.taps().get(i).stats().overallMean(),
            listened.taps().get(i).stats().overallMean());
      }
      assertEquals(usual.taps().size(), early.size());
    }
  }

  @Test
  void aRunThatIsCancelledBehindItsTapsLeavesTheNextOneWhole() {
    float[] expected = run(TapListener.NONE, Job.unwatched()).output().data();
    Job[] job = new Job[1];
    job[0] =
        new Job(
            (what, done, total) -> {
              if (total > 0 && done == total - 2) {
                job[0].cancel();
              }
            });
    assertThrows(CancelledException.class, () -> run(frames -> {}, job[0]));
    assertArrayEquals(expected, run(frames -> {}, Job.unwatched()).output().data());
  }
}
