package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.Graph;
import io.skipscope.pass.Passes;
import io.skipscope.run.NodeTime;
import io.skipscope.run.RunReport;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StageTimesTest {
  private static final Graph RESNET20 = Passes.prepare(Zoo.build("resnet20", 1));

  @Test
  void stagesFollowEachOtherBetweenStemAndHead() {
    assertEquals(
        List.of("stem 1.000", "maps of 32x32 2.000", "maps of 16x16 1.000", "head 1.000"),
        rows("conv1", "layer1.0.conv1", "layer1.0.conv2", "layer2.0.conv1", "linear"));
  }

  @Test
  void aLaunchOfSeveralStagesIsNamedAfterTheFirstAndTheLast() {
    assertEquals(
        List.of("stem 1.000", "maps of 32x32 to maps of 8x8 1.000", "head 1.000"),
        rows("conv1", "layer1.0.conv1..layer3.2.conv2", "linear"));
  }

  /** The lines of the table below its headings, for launches of a millisecond each. */
  private static List<String> rows(String... nodes) {
    List<NodeTime> times =
        Stream.of(nodes).map(n -> new NodeTime(n, "Conv", "kernel", "0.0", 1_000_000, 0)).toList();
    RunReport report = new RunReport(TestDevices.processor(1), 0, 0, 0, times, List.of());
    return StageTimes.of(RESNET20, report)
        .toString()
        .lines()
        .skip(1)
        .map(line -> line.strip().replaceAll(" +", " "))
        .toList();
  }
}
