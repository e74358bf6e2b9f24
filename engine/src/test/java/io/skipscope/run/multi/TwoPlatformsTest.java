package io.skipscope.run.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.schedule.Goal;
import io.skipscope.testing.ChildProgram;
import io.skipscope.testing.ChildProgram.Outcome;
import io.skipscope.testing.Implementation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices of two implementations of OpenCL in one process, of which one is far slower. */
@Tag("opencl")
@Tag("long")
class TwoPlatformsTest {
  @TempDir Path folder;

  @Test
  void theSlowDeviceIsLeftOutAndResultsAreRight() throws Exception {
    assertLeftOut(run("resnet20", 16, 4, 1));
  }

  @Test
  void aSlowDeviceThatIsLeftOutCostsNoTime() throws Exception {
    Outcome outcome = run("resnet20", 32, 100, 30);
    assertLeftOut(outcome);
    double ratio = only(outcome, "ratio");
    System.out.println("PoCL and rusticl together took " + ratio + " of the time of PoCL alone");
    assertTrue(ratio <= 1.03, outcome.output());
  }

  private Outcome run(String net, int side, int frames, int pairs) throws Exception {
    List<String> arguments =
        List.of(net, String.valueOf(side), String.valueOf(frames), String.valueOf(pairs));
    Set<Implementation> both = Set.of(Implementation.POCL, Implementation.RUSTICL);
    return ChildProgram.run(TwoPlatforms.class, arguments, both, Map.of(), folder);
  }

  /** To the bit, because the same device does the same work. */
  private static void assertLeftOut(Outcome outcome) {
    assertEquals(0, outcome.status(), outcome.output());
    Set<String> planned =
        Arrays.stream(Goal.values())
            .map(goal -> goal + " " + Implementation.POCL.platform())
            .collect(Collectors.toSet());
    assertEquals(planned, outcome.lines("planned"), outcome.output());
    assertEquals(Set.of(), outcome.lines("lost"), outcome.output());
    assertEquals(0, only(outcome, "error"), outcome.output());
  }

  private static double only(Outcome outcome, String word) {
    Set<String> lines = outcome.lines(word);
    assertEquals(1, lines.size(), outcome.output());
    return Double.parseDouble(lines.iterator().next());
  }
}
