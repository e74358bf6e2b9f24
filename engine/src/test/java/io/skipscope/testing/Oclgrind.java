package io.skipscope.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs that run on Oclgrind, an OpenCL device that is simulated in software and finds reads and
 * writes out of bounds and data races. It belongs to a process, which is therefore one of its own.
 */
public final class Oclgrind {
  private static final Path DRIVER = Path.of("/usr/lib/oclgrind/liboclgrind-rt-icd.so");

  /** The device as it is. */
  public static final Map<String, String> USUAL = Map.of();

  /** What the smallest devices have: work-groups of 64, 16 KiB of local memory, one unit. */
  public static final Map<String, String> WEAK =
      Map.of(
          "OCLGRIND_MAX_WGSIZE", "64",
          "OCLGRIND_LOCAL_MEM_SIZE", "16384",
          "OCLGRIND_COMPUTE_UNITS", "1");

  /** Also finds reads of memory that nothing has written; on vectors it is known to be wrong. */
  public static final Map<String, String> UNINITIALISED = Map.of("OCLGRIND_UNINITIALIZED", "1");

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
   * Runs a main class of the test class path; skips the test where Oclgrind is not installed.
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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment(vendors, log, folder));
    builder.environment().putAll(settings);
    int status = builder.start().waitFor();
    return new Outcome(status, text(output), Files.exists(log) ? text(log) : "");
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

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
