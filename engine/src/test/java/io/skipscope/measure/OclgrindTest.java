package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.Operator;
import io.skipscope.op.Operators;
import io.skipscope.testing.Oclgrind;
import io.skipscope.testing.Oclgrind.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kernel variant on a simulated device that sees races, divergent barriers, and accesses out
 * of bounds or of memory that nothing has written.
 */
@Tag("opencl")
class OclgrindTest {
  /** So many of each variant, because a simulated device is slow. */
  private static final int CASES = 3;

  /** Variants that are for other platforms only. */
  private static final Set<String> ELSEWHERE = Set.of("ConvChain conv_chain_c8.cpu");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "WRITES_OUT_OF_BOUNDS, Invalid write",
    "READS_OUT_OF_BOUNDS, Invalid read",
    "RACES_IN_LOCAL_MEMORY, data race at local",
    "RACES_IN_GLOBAL_MEMORY, data race at global",
    "DIVERGES, divergence",
  })
  void aPlantedFaultIsFound(String fault, String finding) throws Exception {
    assertFound(finding, run(PlantedFaults.class, Oclgrind.USUAL, fault));
  }

  @Test
  void aReadOfWhatNothingHasWrittenIsFound() throws Exception {
    assertFound(
        "Uninitialized value",
        run(PlantedFaults.class, Oclgrind.UNINITIALISED, "READS_UNINITIALISED"));
  }

  @Test
  void nothingIsFoundInASoundKernel() throws Exception {
    Outcome outcome = run(PlantedFaults.class, Oclgrind.UNINITIALISED, "NONE");
    assertEquals("", outcome.findings(), outcome.output());
    assertEquals(0, outcome.status(), outcome.output());
  }

  @Test
  void everyKernelIsSoundOnASmallCase() throws Exception {
    Outcome outcome = runKernels(1, Oclgrind.USUAL, KernelFamily.values());
    assertSound(outcome);
    assertEquals(ELSEWHERE, lines(outcome, "refused"), "variants without a case");
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(KernelFamily.class)
  void everyKernelIsSoundOnSeveralCases(KernelFamily family) throws Exception {
    assertSound(runKernels(CASES, Oclgrind.USUAL, family));
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(KernelFamily.class)
  void everyOperatorHasSoundKernelsForWeakDevices(KernelFamily family) throws Exception {
    Outcome outcome = runKernels(1, Oclgrind.WEAK, family);
    assertSound(outcome);
    assertTrue(outcome.output().contains("maxWorkGroupSize=64"), outcome.output());
    assertTrue(outcome.output().contains("localMemoryBytes=16384"), outcome.output());
    assertEquals(operatorsOf(family), operators(lines(outcome, "ran")));
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(KernelFamily.class)
  void noKernelReadsWhatNothingHasWritten(KernelFamily family) throws Exception {
    assertSound(runKernels(1, Oclgrind.UNINITIALISED, family));
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(KernelFamily.class)
  void threeBlocksAreSoundAndRight(KernelFamily family) throws Exception {
    assertRight(run(SimulatedNet.class, Oclgrind.USUAL, family.name()));
  }

  @Test
  @Tag("long")
  void threeBlocksAreSoundAndRightOnAWeakDevice() throws Exception {
    assertRight(run(SimulatedNet.class, Oclgrind.WEAK, KernelFamily.GPU.name()));
  }

  private Outcome runKernels(int cases, Map<String, String> settings, KernelFamily... families)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(cases)));
    Stream.of(families).map(KernelFamily::name).forEach(arguments::add);
    return run(SimulatedKernels.class, settings, arguments.toArray(String[]::new));
  }

  private Outcome run(Class<?> program, Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    return Oclgrind.run(program, List.of(arguments), settings, folder);
  }

  private static void assertFound(String finding, Outcome outcome) {
    assertTrue(outcome.findings().contains(finding), outcome.toString());
    assertTrue(outcome.findings().contains("planted"), "the kernel is named: " + outcome);
  }

  private static void assertSound(Outcome outcome) {
    assertEquals("", outcome.findings(), outcome.output());
    assertEquals(0, outcome.status(), outcome.output());
    assertEquals(Set.of(), lines(outcome, "wrong"));
    assertFalse(lines(outcome, "ran").isEmpty(), outcome.output());
  }

  private static void assertRight(Outcome outcome) {
    assertEquals("", outcome.findings(), outcome.output());
    assertEquals(0, outcome.status(), outcome.output());
    double error = Double.parseDouble(lines(outcome, "error").iterator().next());
    assertTrue(error <= Verify.NETWORK_TOLERANCE, outcome.output());
  }

  private static Set<String> lines(Outcome outcome, String word) {
    return outcome
        .output()
        .lines()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> operators(Set<String> variants) {
    return variants.stream()
        .map(variant -> variant.split(" ")[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those with a kernel of the family that is not for other platforms only. */
  private static Set<String> operatorsOf(KernelFamily family) {
    Set<String> names = new TreeSet<>();
    for (Operator operator : Operators.all()) {
      for (KernelVariant variant : operator.variants()) {
        if (variant.family() == family
            && !ELSEWHERE.contains(operator.name() + " " + variant.name())) {
          names.add(operator.name());
        }
      }
    }
    return names;
  }
}
