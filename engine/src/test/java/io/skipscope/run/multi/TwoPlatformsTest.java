package io.skipscope.run.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.schedule.Goal;
import io.skipscope.testing.ChildProgram;
import io.skipscope.testing.ChildProgram.Outcome;
import io.skipscope.testing.Implementation;
import java.nio.file.Path;
import java.util.ArrayList;
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
  /** Two runners on the same device alone differ by up to 4 %, as the clock wanders. */
  private static final double LARGEST_RATIO = 1.1;

  @TempDir Path folder;

  /** Thirty pairs of streams. */
  @Test
  void theSlowDeviceIsLeftOutAndCostsNothing() throws Exception {
    Outcome outcome = run("resnet20", 32, 200, 15, 2);
    assertLeftOut(outcome);
    double ratio = only(outcome, "ratio");
    System.out.println("PoCL and rusticl together took " + ratio + " of the time of PoCL alone");
    assertTrue(ratio <= LARGEST_RATIO, outcome.output());
  }

  private Outcome run(String net, int... numbers) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(net));
    Arrays.stream(numbers).mapToObj(String::valueOf).forEach(arguments::add);
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
