package io.skipscope;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.DeviceException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Goal;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamSessionTest {
  private static final Model MODEL = Model.open("resnet20", null, Job.unwatched());

  @Test
  void outputsComeInTheOrderOfTheFrames() {
    List<Tensor> frames = List.of(frame(0.5f), frame(-1), frame(2));
    try (StreamSession stream = open(List.of("java"));
        Session single = Session.open(MODEL, "java", PlanOptions.DEFAULT)) {
      StreamResult result = stream.run(frames, Goal.THROUGHPUT, Job.unwatched());
      for (int index = 0; index < frames.size(); index++) {
        Tensor output = result.outputs().get(index).values().iterator().next();
        assertClose("frame " + index, single.run(frames.get(index)).output(), output, 0);
      }
      assertEquals(List.of(), stream.lost());
    }
  }

  @Test
  void anUnknownDeviceIsRefused() {
    assertThrows(DeviceException.class, () -> open(List.of("java", "9.9")));
  }

  @Test
  void aClosedSessionRunsNothing() {
    StreamSession stream = open(List.of("java"));
    stream.close();
    stream.close();
    assertThrows(
        SkipscopeException.class,
        () -> stream.run(List.of(frame(1)), Goal.LATENCY, Job.unwatched()));
  }

  private static StreamSession open(List<String> ids) {
    return StreamSession.open(MODEL, ids, PlanOptions.DEFAULT, Job.unwatched());
  }

  private static Tensor frame(float value) {
    Tensor tensor = Tensor.zeros(MODEL.graph().shape(MODEL.graph().inputs().get(0)));
    Arrays.fill(tensor.data(), value);
    return tensor;
  }
}
