package io.skipscope.samples.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/**
 * A machine of which the launcher sees only what a test puts there: a built project, a JDK that
 * prints what it was asked to run, and commands that are written down instead of done.
 */
final class StubbedMachine {
  private static final List<String> TOOLS =
      List.of(
          "cp",
          "dirname",
          "env",
          "find",
          "grep",
          "head",
          "mkdir",
          "mktemp",
          "readlink",
          "rm",
          "sed",
          "uname");

  private final Path project;
  private final Path jdk;
  private final Path commands;
  private final Path drivers;
  private final Path calls;

  /** What the launcher said and did. */
  record Run(int status, String out, String err) {}

  /** No OpenCL, none of Debian's packages, and a user without rights. */
  StubbedMachine(Path folder) throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
    jdk = Files.createDirectories(folder.resolve("jdk"));
    commands = Files.createDirectories(folder.resolve("commands"));
    drivers = Files.createDirectories(folder.resolve("drivers"));
    calls = Files.createFile(folder.resolve("calls"));
    Files.copy(Path.of("..", "skipscope"), project.resolve("skipscope"));
    Files.createDirectories(project.resolve("samples/target/lib"));
    Files.createDirectories(project.resolve("target"));
    Files.createFile(project.resolve("target/built"));
    Files.createDirectories(jdk.resolve("lib"));
    Files.createFile(jdk.resolve("lib/libawt_xawt.so"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    script(Files.createDirectories(jdk.resolve("bin")).resolve("java"), "echo \"${@: -2}\"");
    for (String tool : TOOLS) {
      script(commands.resolve(tool), "exec " + real(tool) + " \"$@\"");
    }
    command("apt-get", "");
    command("dpkg-query", "");
    command("ldconfig", "");
    command("id", "echo 1000");
  }

  private static Path real(String tool) {
    for (String folder : List.of("/usr/bin", "/bin")) {
      if (Files.exists(Path.of(folder, tool))) {
        return Path.of(folder, tool);
      }
    }
    return Assertions.fail("no " + tool + " on this machine");
  }

  /** Gives the machine a command; each call of it is written down first. */
  void command(String name, String body) throws IOException {
    String note = "echo \"" + name + " $*\" >>'" + calls + "'\n";
    script(commands.resolve(name), note + body);
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/bash\n" + body + "\n");
    Assertions.assertTrue(file.toFile().setExecutable(true));
  }

  void installDriver() throws IOException {
    Files.writeString(drivers.resolve("pocl.icd"), "libpocl.so.2\n");
  }

  /** Mesa's two implementations of OpenCL. */
  void installMesa() throws IOException {
    Files.writeString(drivers.resolve("mesa.icd"), "libMesaOpenCL.so.1\n");
    Files.writeString(drivers.resolve("rusticl.icd"), "libRusticlOpenCL.so.1\n");
  }

  void installLoader() throws IOException {
    command("ldconfig", "echo '	libOpenCL.so.1 (libc6,x86-64) => /usr/lib/libOpenCL.so.1'");
  }

  /** Gives the JDK a compiler, and the machine a Maven that builds and tests nothing. */
  void installBuildTools() throws IOException {
    script(jdk.resolve("bin/java"), "echo jdk.compiler@17");
    command("mvn", "");
  }

  Run launch(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("bash", project.resolve("skipscope").toString()));
    line.addAll(List.of(arguments));
    Path out = project.resolve("out");
    Path err = project.resolve("err");
    ProcessBuilder launcher =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    launcher.environment().clear();
    launcher.environment().put("PATH", commands.toString());
    launcher.environment().put("JAVA_HOME", jdk.toString());
    launcher.environment().put("OCL_ICD_VENDORS", drivers.toString());
    launcher.environment().put("OPENCL_VENDOR_PATH", drivers.toString());
    launcher.environment().putAll(environment);
    Process process = launcher.start();
    process.getOutputStream().close();
    Assertions.assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher comes to an end");
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** The calls of a command, in order, each with its arguments. */
  List<String> callsOf(String command) throws IOException {
    return Files.readAllLines(calls, StandardCharsets.UTF_8).stream()
        .filter(call -> call.startsWith(command + " "))
        .toList();
  }
}
