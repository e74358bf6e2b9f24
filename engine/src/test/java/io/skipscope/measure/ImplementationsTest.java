package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.op.KernelFamily;
import io.skipscope.testing.ChildProgram;
import io.skipscope.testing.ChildProgram.Outcome;
import io.skipscope.testing.Implementation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kernels and networks on implementations of OpenCL that share no code, one in each process. */
@Tag("opencl")
class ImplementationsTest {
  private static final int ALL_CASES = Integer.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void everyGpuKernelIsRightOnRusticl() throws Exception {
    List<String> arguments = KernelCases.arguments(1, KernelFamily.GPU);
    ChildRuns.assertKernelsRight(run(Implementation.RUSTICL, KernelCases.class, arguments));
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(names = {"POCL", "RUSTICL"})
  void everyKernelIsRightOnAllSmallCases(Implementation implementation) throws Exception {
    List<String> arguments = KernelCases.arguments(ALL_CASES, KernelFamily.values());
    Outcome outcome = run(implementation, KernelCases.class, arguments);
    ChildRuns.assertKernelsRight(outcome);
    Set<String> elsewhere =
        implementation == Implementation.POCL ? Set.of() : KernelCases.ON_POCL_ONLY;
    assertEquals(elsewhere, outcome.lines("refused"), "variants without a case");
  }

  /** On PoCL the other tests do that. */
  @ParameterizedTest
  @Tag("long")
  @EnumSource
  void smallNetworksAreRightOnRusticl(KernelFamily family) throws Exception {
    SmallNet[] nets = SmallNet.values();
    Outcome outcome =
        run(Implementation.RUSTICL, SmallNets.class, SmallNets.arguments(family, nets));
    ChildRuns.assertNetsRight(outcome, nets);
  }

  private Outcome run(Implementation implementation, Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    return ChildProgram.run(program, arguments, Set.of(implementation), Map.of(), folder);
  }
}
