package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.Operators;
import io.skipscope.pass.Passes;
import io.skipscope.plan.Precision;
import io.skipscope.testing.Skips;
import io.skipscope.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compiles kernels for GPUs of three makers by {@code .ci/gpu_check.py}, as far as their compilers
 * are installed: nothing may fail, spill registers or leave private arrays in memory, and what
 * whole networks run as matrix products is to multiply and add with half of its instructions.
 */
class GpuCompilersTest {
  private static final Path TOOL = Path.of("../.ci/gpu_check.py");
  private static final int NOTHING_CHECKED = 2;
  private static final String EVERY_MAKER = "nv,amd,intel";

  /** What the tool did: its exit status and what it printed. */
  private record Check(int status, String output) {}

  @TempDir Path folder;

  @Test
  void kernelsOfASmallNetCompileForOneGpu() throws Exception {
    dump("resnet20", Precision.FLOAT);
    assertSound(check("nv", "--min-fma", "0.5"));
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({
    "resnet50, FLOAT",
    "mobilenet_v2, FLOAT",
    "resnext50_32x4d, FLOAT",
    "resnet50, HALF",
    "mobilenet_v2, HALF",
  })
  void kernelsOfANetSuitEveryGpu(String net, Precision precision) throws Exception {
    dump(net, precision);
    assertSound(check(EVERY_MAKER, "--min-fma", "0.5"));
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(
      value = KernelFamily.class,
      names = {"REF", "GPU"})
  void everyVariantSuitsEveryGpu(KernelFamily family) throws Exception {
    KernelDump.write(kernels(family), folder);
    assertSound(check(EVERY_MAKER));
  }

  /** Kernels for CPUs may spill on a GPU, but have to run there if somebody asks for them. */
  @Test
  @Tag("long")
  void everyVariantForCpusCompilesForEveryGpu() throws Exception {
    KernelDump.write(kernels(KernelFamily.CPU), folder);
    Check check = check(EVERY_MAKER);
    assertFalse(check.output().contains("DOES NOT COMPILE"), check.output());
  }

  @Test
  void aKernelThatDoesNotCompileIsSeen() throws Exception {
    Files.writeString(folder.resolve("bad.cl"), "__kernel void bad(int x) { return x; }\n");
    assertEquals(1, check(EVERY_MAKER).status());
  }

  private void dump(String net, Precision precision) {
    KernelDump.write(
        List.of(DeviceProfile.GPU.plan(Passes.prepare(Zoo.build(net, 1)), precision)), folder);
  }

  private static Stream<KernelSpec> kernels(KernelFamily family) {
    List<KernelSpec> kernels = new ArrayList<>();
    for (VerifyCase test : VerifyCases.all()) {
      for (KernelVariant variant : Operators.get(test.node().op()).variants()) {
        boolean runs = variant.accepts(test.context(), DeviceProfile.GPU.device());
        if (variant.family() == family && runs) {
          variant.launches(test.context()).stream().map(KernelLaunch::kernel).forEach(kernels::add);
        }
      }
    }
    return kernels.stream();
  }

  private static void assertSound(Check check) {
    assertEquals(0, check.status(), check.output());
  }

  /** Skips the test where no compiler is installed, and says which are not. */
  private Check check(String targets, String... options) throws IOException, InterruptedException {
    Skips.unless(Files.exists(TOOL), "no " + TOOL);
    Path output = folder.resolve("check.txt");
    List<String> command =
        new ArrayList<>(
            List.of("python3", TOOL.toString(), folder.toString(), "--targets", targets));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = process.waitFor();
    String text = Files.readString(output);
    text.lines().filter(line -> line.startsWith("not checked")).forEach(System.err::println);
    Skips.unless(status != NOTHING_CHECKED, "no compiler for GPUs: " + text);
    assertNotEquals("", text);
    return new Check(status, text);
  }
}
