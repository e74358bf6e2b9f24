package io.skipscope.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Programs that run on Oclgrind, an OpenCL device that is simulated in software and finds reads and
 * writes out of bounds, data races and divergent barriers. Each is a process of its own, whose only
 * platform is Oclgrind, and whose main thread makes all calls.
 */
public final class Oclgrind {
  /** The device as it is. */
  public static final Map<String, String> USUAL = Map.of();

  /** What the smallest devices have: work-groups of 64, 16 KiB of local memory, one unit. */
  public static final Map<String, String> WEAK =
      Map.of(
          "OCLGRIND_MAX_WGSIZE", "64",
          "OCLGRIND_LOCAL_MEM_SIZE", "16384",
          "OCLGRIND_COMPUTE_UNITS", "1");

  /**
   * Also finds reads of memory that nothing has written; it does not know all instructions that the
   * optimiser makes.
   */
  public static final Map<String, String> UNINITIALISED =
      Map.of("OCLGRIND_UNINITIALIZED", "1", "OCLGRIND_BUILD_OPTIONS", "-cl-opt-disable");

  private static final Path DRIVER = Path.of("/usr/lib/oclgrind/liboclgrind-rt-icd.so");
  private static final long MOST_SECONDS = 300;

  /**
   * What a program has done.
   *
   * @param status its exit status
   * @param output what it printed, errors included
   * @param findings what Oclgrind reported; empty if nothing
   */
  public record Outcome(int status, String output, String findings) {}

  private Oclgrind() {}

  /**
   * Runs a class's main method; skips the test if Oclgrind is not installed.
   *
   * @param settings environment variables, such as {@link #WEAK}
   * @param folder an empty one, for the files of the run
   */
  public static Outcome run(
      Class<?> program, List<String> arguments, Map<String, String> settings, Path folder)
      throws IOException, InterruptedException {
    Skips.unless(Files.exists(DRIVER), "Oclgrind is not installed (Debian's package oclgrind)");
    Path vendors = Files.createDirectories(folder.resolve("vendors"));
    Files.writeString(vendors.resolve("oclgrind.icd"), DRIVER + "\n");
    Path log = folder.resolve("findings.txt");
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command(program, arguments))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().remove("OCL_ICD_FILENAMES");
    builder.environment().putAll(environment(vendors, log, folder));
    builder.environment().putAll(settings);
    int status = await(builder.start(), output);
    return new Outcome(status, text(output), Files.exists(log) ? text(log) : "");
  }

  private static List<String> command(Class<?> program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    return command;
  }

  private static Map<String, String> environment(Path vendors, Path log, Path folder) {
    Map<String, String> variables = new HashMap<>();
    variables.put("OCL_ICD_VENDORS", vendors.toString());
    variables.put("SKIPSCOPE_HOME", folder.resolve("home").toString());
    variables.put("OCLGRIND_DATA_RACES", "1");
    variables.put("OCLGRIND_CHECK_API", "1");
    variables.put("OCLGRIND_NUM_THREADS", "1");
    variables.put("OCLGRIND_MAX_ERRORS", "20");
    variables.put("OCLGRIND_LOG", log.toString());
    return variables;
  }

  private static int await(Process process, Path output) throws IOException, InterruptedException {
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, () -> "not done in " + MOST_SECONDS + " s: " + output);
    return process.exitValue();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
