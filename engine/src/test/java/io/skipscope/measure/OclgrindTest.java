package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
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

/**
 * Every kernel variant on a simulated device that sees races, divergent barriers, and accesses out
 * of bounds or of memory that nothing has written.
 */
@Tag("opencl")
class OclgrindTest {
  /** So many of each variant, because a simulated device is slow. */
  private static final int CASES = 3;

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
    assertFound(finding, runPlanted(Oclgrind.USUAL, fault));
  }

  @Test
  void aReadOfWhatNothingHasWrittenIsFound() throws Exception {
    assertFound("Uninitialized value", runPlanted(Oclgrind.UNINITIALISED, "READS_UNINITIALISED"));
  }

  @Test
  void nothingIsFoundInASoundKernel() throws Exception {
    assertNothingFound(runPlanted(Oclgrind.UNINITIALISED, "NONE"));
  }

  @Test
  void everyKernelIsSoundOnASmallCase() throws Exception {
    Outcome outcome = runKernels(1, Oclgrind.USUAL, KernelFamily.values());
    assertSound(outcome);
    Set<String> refused = outcome.program().lines("refused");
    assertEquals(KernelCases.ON_POCL_ONLY, refused, "variants without a case");
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
    String output = outcome.program().output();
    assertTrue(output.contains("maxWorkGroupSize=64"), output);
    assertTrue(output.contains("localMemoryBytes=16384"), output);
    assertEquals(operatorsOf(family), operators(outcome.program().lines("ran")));
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
    assertRight(runNet(Oclgrind.USUAL, family));
  }

  @Test
  @Tag("long")
  void threeBlocksAreSoundAndRightOnAWeakDevice() throws Exception {
    assertRight(runNet(Oclgrind.WEAK, KernelFamily.GPU));
  }

  private Outcome runPlanted(Map<String, String> settings, String fault)
      throws IOException, InterruptedException {
    return run(PlantedFaults.class, settings, List.of(fault));
  }

  private Outcome runKernels(int cases, Map<String, String> settings, KernelFamily... families)
      throws IOException, InterruptedException {
    return run(KernelCases.class, settings, KernelCases.arguments(cases, families));
  }

  private Outcome runNet(Map<String, String> settings, KernelFamily family)
      throws IOException, InterruptedException {
    return run(SmallNets.class, settings, SmallNets.arguments(family, SmallNet.THREE_BLOCKS));
  }

  private Outcome run(Class<?> program, Map<String, String> settings, List<String> arguments)
      throws IOException, InterruptedException {
    return Oclgrind.run(program, arguments, settings, folder);
  }

  private static void assertFound(String finding, Outcome outcome) {
    assertTrue(outcome.findings().contains(finding), outcome.toString());
    assertTrue(outcome.findings().contains("planted"), "the kernel is named: " + outcome);
  }

  private static void assertNothingFound(Outcome outcome) {
    assertEquals("", outcome.findings(), outcome.program().output());
    assertEquals(0, outcome.program().status(), outcome.program().output());
  }

  private static void assertSound(Outcome outcome) {
    assertNothingFound(outcome);
    ChildRuns.assertKernelsRight(outcome.program());
  }

  private static void assertRight(Outcome outcome) {
    assertNothingFound(outcome);
    ChildRuns.assertNetsRight(outcome.program(), SmallNet.THREE_BLOCKS);
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
            && !KernelCases.ON_POCL_ONLY.contains(operator.name() + " " + variant.name())) {
          names.add(operator.name());
        }
      }
    }
    return names;
  }
}
