package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Shortcut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a tiny net on the device whose id is given, and prints what is open and how many KiB are
 * resident before and after ten thousand runs.
 */
final class Soak {
  private static final int RUNS = 10_000;
  private static final int WARM_UP = 5_000;
  private static final int TAPPED_EVERY = 10;
  private static final int CLOSED_EVERY = 20;
  private static final Path STATUS = Path.of("/proc/self/status");

  private static final Graph GRAPH =
      Passes.prepare(
          new CifarResNet(1, Shortcut.PROJECTION).build(HeInitialisation.seeded(1), 10, 8, 8));
  private static final Map<String, Tensor> INPUTS =
      Map.of(GRAPH.inputs().get(0), RandomTensors.of(3, 1, 3, 8, 8));

  private Soak() {}

  public static void main(String[] arguments) throws IOException {
    try (Device device = DeviceCatalog.discover().open(arguments[0]);
        Runner runner = Runner.recovering(device, GRAPH, PlanOptions.DEFAULT)) {
      run(runner, WARM_UP);
      print(device);
      run(runner, RUNS);
      print(device);
    }
  }

  /** Plain, and timed and tapped runs, of whose results every other one is never closed. */
  private static void run(Runner runner, int count) {
    TapSet taps = TapSet.blocks(GRAPH);
    for (int run = 0; run < count; run++) {
      RunResult result =
          run % TAPPED_EVERY == 0
              ? runner.runTimed(INPUTS, taps, Map.of(), Job.unwatched())
              : runner.run(INPUTS, TapSet.NONE, Map.of(), Job.unwatched());
      if (run % CLOSED_EVERY == 0) {
        result.close();
      }
    }
  }

  private static void print(Device device) throws IOException {
    System.gc();
    long residentKib =
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow();
    System.out.println("open " + device.liveObjects() + " resident " + residentKib);
  }
}
