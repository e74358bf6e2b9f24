package io.skipscope.samples.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.samples.launcher.StubbedMachine.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher installs on Debian and its kin, for whom, and what it says. */
class InstallationTest {
  private static final String INSTALL = "apt-get install -y --no-remove --no-install-recommends ";
  private static final String OPENCL = "pocl-opencl-icd ocl-icd-libopencl1";

  @TempDir Path folder;
  private StubbedMachine machine;

  @BeforeEach
  void makeMachine() throws IOException {
    Path debian = Path.of("/etc/debian_version");
    Assumptions.assumeTrue(Files.exists(debian), "SKIPPED: the launcher installs on Debian only");
    machine = new StubbedMachine(folder);
  }

  @Test
  void rootGetsADriverAndALoader() throws Exception {
    machine.command("id", "echo 0");
    assertEquals("skipscope: installing " + OPENCL + "\n", info().err());
    assertEquals(List.of(INSTALL + OPENCL), machine.callsOf("apt-get"));
  }

  @Test
  void whatIsThereIsNotInstalled() throws Exception {
    machine.command("id", "echo 0");
    machine.installDriver();
    assertEquals("skipscope: installing ocl-icd-libopencl1\n", info().err());
    machine.installLoader();
    assertEquals("", info().err());
    assertEquals(List.of(INSTALL + "ocl-icd-libopencl1"), machine.callsOf("apt-get"));
  }

  @Test
  void userWhoMayBecomeRootUnaskedInstallsThroughSudo() throws Exception {
    machine.command("sudo", "[ \"$1\" = -n ] || exec env \"$@\"");
    assertEquals("skipscope: installing " + OPENCL + "\n", info().err());
    assertEquals(List.of(INSTALL + OPENCL), machine.callsOf("apt-get"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void userWithoutRightsIsToldWhatToRun(boolean hasSudo) throws Exception {
    if (hasSudo) {
      machine.command("sudo", "echo 'sudo: a password is required' >&2; exit 1");
    }
    assertEquals(
        "skipscope: cannot install packages as this user; run: sudo apt-get install "
            + OPENCL
            + "; going on with the plain Java device\n",
        info().err());
    assertEquals(List.of(), machine.callsOf("apt-get"));
  }

  @Test
  void refusedInstallationCallsNothing() throws Exception {
    machine.command("id", "echo 0");
    Run run = machine.launch(Map.of("SKIPSCOPE_NO_INSTALL", "1"), "info", "resnet20");
    assertEquals(
        "skipscope: not installing "
            + OPENCL
            + " because SKIPSCOPE_NO_INSTALL is set; going on with the plain Java device\n",
        run.err());
    assertEquals(List.of(), machine.callsOf("apt-get"));
    assertEquals("info resnet20\n", run.out());
  }

  @Test
  void failedInstallationIsTriedWithNewListsThenSaidInOneLine() throws Exception {
    machine.command("id", "echo 0");
    machine.command("apt-get", "echo 'Reading'; echo 'E: Unable to locate package x'; exit 100");
    assertEquals(
        "skipscope: installing "
            + OPENCL
            + "\nskipscope: installing failed (E: Unable to locate package x); going on with the"
            + " plain Java device\n",
        info().err());
    assertEquals(
        List.of(INSTALL + OPENCL, "apt-get update", INSTALL + OPENCL), machine.callsOf("apt-get"));
  }

  @Test
  void windowGetsThePackagesThatItLacks() throws Exception {
    machine.command("id", "echo 0");
    machine.installDriver();
    machine.installLoader();
    machine.command(
        "dpkg-query",
        "for p in fontconfig fonts-dejavu-core libfreetype6 libxext6; do echo \"$p ii \"; done\n"
            + "echo 'libxi6 rc '; exit 1");
    Run run = machine.launch(Map.of(), "view");
    assertEquals(List.of(INSTALL + "libxi6 libxrender1 libxtst6"), machine.callsOf("apt-get"));
    assertTrue(run.out().endsWith("view\n"), run.out());
  }

  /**
   * Other implementations come one by one: where one is not to be had, the rest is installed all
   * the same.
   */
  @Test
  void testsGetWhatTheyLackAndOtherImplementationsOfOpenCl() throws Exception {
    machine.command("id", "echo 0");
    machine.installBuildTools();
    Run run = machine.launch(Map.of("DISPLAY", ":0"), "test");
    List<String> calls = machine.callsOf("apt-get");
    assertEquals(3, calls.size(), run.err());
    assertTrue(
        calls.get(0).startsWith(INSTALL + OPENCL + " libonnx-testdata fontconfig "), run.err());
    assertEquals(INSTALL + "oclgrind", calls.get(1));
    assertEquals(INSTALL + "mesa-opencl-icd", calls.get(2));
  }

  @Test
  void testsLoadMesasDriversOnlyIfOneIsEnabledOrChosen() throws Exception {
    machine.installDriver();
    machine.installMesa();
    machine.installBuildTools();
    machine.command("mvn", "printf '%s\\n' \"${OCL_ICD_VENDORS:-usual}\"/*.icd");
    assertTrue(test("").matches("\\S+/vendors/pocl\\.icd\n"), test(""));
    assertEquals("usual/*.icd\n", test("radeonsi"));
    Run chosen = machine.launch(Map.of("DISPLAY", ":0"), "test");
    assertTrue(chosen.out().contains("/drivers/rusticl.icd"), chosen.out());
  }

  /** What the tests print where nobody has chosen drivers. */
  private String test(String enabled) throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("DISPLAY", ":0", "OCL_ICD_VENDORS", "", "RUSTICL_ENABLE", enabled);
    return machine.launch(environment, "test").out();
  }

  /** A command without a window; it runs whatever became of the installation. */
  private Run info() throws IOException, InterruptedException {
    Run run = machine.launch(Map.of(), "info", "resnet20");
    assertEquals("info resnet20\n", run.out());
    assertEquals(0, run.status());
    return run;
  }
}
