package io.skipscope.cli;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.Model;
import io.skipscope.Session;
import io.skipscope.image.Npy;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine twice at a time on one device, from threads and from processes of their own. */
@Tag("opencl")
@Tag("long")
@Timeout(300)
class SideBySideTest {
  private static final Model MODEL = Model.open("resnet20", null, Job.unwatched());
  private static final int RUNS = 20;

  private final String device = TestDevices.id(TestDevices.OPENCL);
  private final Tensor input = noise();

  @TempDir Path folder;

  @Test
  void twoSessionsOnTwoThreadsGiveWhatOneGives() throws Exception {
    Tensor alone = runs(1).call().get(0);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<List<Tensor>> session : threads.invokeAll(List.of(runs(RUNS), runs(RUNS)))) {
        for (Tensor output : session.get()) {
          assertClose("beside another session", alone, output, 0);
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Opens a session, and closes it after some runs. */
  private Callable<List<Tensor>> runs(int count) {
    return () -> {
      List<Tensor> outputs = new ArrayList<>();
      try (Session session = Session.open(MODEL, device, PlanOptions.DEFAULT)) {
        for (int run = 0; run < count; run++) {
          outputs.add(session.run(input).output());
        }
      }
      return outputs;
    };
  }

  @Test
  void twoProcessesGiveWhatOneGives() throws Exception {
    Tensor alone = runs(1).call().get(0);
    Path file = folder.resolve("input.npy");
    Npy.write(file, input);
    List<Process> processes = List.of(start(file, "first"), start(file, "second"));
    for (Process process : processes) {
      process.waitFor(2, TimeUnit.MINUTES);
      assertEquals(0, process.exitValue());
    }
    for (String out : List.of("first", "second")) {
      assertClose(out, alone, Npy.read(folder.resolve(out).resolve("output.npy")), 0);
    }
  }

  private Process start(Path file, String out) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "resnet20",
            "--input",
            file.toString(),
            "--device",
            device,
            "--repeat",
            String.valueOf(RUNS),
            "--out",
            folder.resolve(out).toString());
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Tensor noise() {
    Tensor tensor = Tensor.zeros(MODEL.graph().shape(MODEL.graph().inputs().get(0)));
    Random random = new Random(3);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }
}
