package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.op.KernelFamily;
import io.skipscope.op.Operator;
import io.skipscope.op.Operators;
import io.skipscope.testing.Oclgrind;
import io.skipscope.testing.Oclgrind.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kernel variant on a simulated device that sees races and accesses out of bounds. */
@Tag("opencl")
class OclgrindTest {
  /** So many of each variant, because a simulated device is slow. */
  private static final String CASES = "6";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "WRITES_OUT_OF_BOUNDS, Invalid write",
    "READS_OUT_OF_BOUNDS, Invalid read",
    "RACES, data race",
    "READS_UNINITIALISED, Uninitialized",
    "DIVERGES, divergence",
  })
  void aPlantedFaultIsFound(String fault, String finding) throws Exception {
    Outcome outcome = run(PlantedFaults.class, List.of(fault), Oclgrind.UNINITIALISED);
    assertTrue(outcome.findings().contains(finding), outcome.toString());
    assertTrue(outcome.findings().contains("planted"), "the kernel is named: " + outcome);
  }

  @Test
  void aSoundKernelIsNot() throws Exception {
    Outcome outcome = run(PlantedFaults.class, List.of("NONE"), Oclgrind.UNINITIALISED);
    assertEquals("", outcome.findings(), outcome.output());
    assertEquals(0, outcome.status(), outcome.output());
  }

  /** The families that share local memory or do without vectors; the rest takes long. */
  @Test
  void everyKernelForGpusIsSoundOnASmallCase() throws Exception {
    assertSound(run(SimulatedKernels.class, List.of("1", "GPU"), Oclgrind.USUAL));
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(KernelFamily.class)
  void everyKernelIsSound(KernelFamily family) throws Exception {
    Outcome outcome = run(SimulatedKernels.class, List.of(CASES, family.name()), Oclgrind.USUAL);
    assertSound(outcome);
    assertEquals(Set.of(), lines(outcome, "refused"), "variants that no case reached");
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(KernelFamily.class)
  void everyOperatorHasKernelsForWeakDevices(KernelFamily family) throws Exception {
    Outcome outcome = run(SimulatedKernels.class, List.of("1", family.name()), Oclgrind.WEAK);
    assertSound(outcome);
    assertTrue(outcome.output().contains("maxWorkGroupSize=64"), outcome.output());
    assertEquals(operatorsOf(family), operators(lines(outcome, "ran")));
  }

  /** Only scalar kernels: of vectors Oclgrind reports memory as unwritten that is not. */
  @Test
  @Tag("long")
  void noReferenceKernelReadsWhatNothingHasWritten() throws Exception {
    assertSound(run(SimulatedKernels.class, List.of("1", "REF"), Oclgrind.UNINITIALISED));
  }

  private Outcome run(Class<?> program, List<String> arguments, Map<String, String> settings)
      throws IOException, InterruptedException {
    return Oclgrind.run(program, arguments, settings, folder);
  }

  private static void assertSound(Outcome outcome) {
    assertEquals("", outcome.findings(), outcome.output());
    assertEquals(0, outcome.status(), outcome.output());
    assertEquals(Set.of(), lines(outcome, "wrong"));
    assertFalse(lines(outcome, "ran").isEmpty(), outcome.output());
  }

  private static Set<String> lines(Outcome outcome, String word) {
    return outcome.output().lines()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> operators(Set<String> variants) {
    return variants.stream()
        .map(variant -> variant.split(" ")[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> operatorsOf(KernelFamily family) {
    return Operators.all().stream()
        .filter(operator -> operator.variants().stream().anyMatch(v -> v.family() == family))
        .map(Operator::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
