package io.skipscope.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Programs that run on Oclgrind, an OpenCL device that is simulated in software and finds reads and
 * writes out of bounds, data races and divergent barriers. It is their only platform, and their
 * main thread makes all calls.
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

  /**
   * What a program has done.
   *
   * @param findings what Oclgrind reported; empty if nothing
   */
  public record Outcome(ChildProgram.Outcome program, String findings) {}

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
    Path log = folder.resolve("findings.txt");
    Map<String, String> all = new HashMap<>(settings);
    all.put("OCLGRIND_DATA_RACES", "1");
    all.put("OCLGRIND_CHECK_API", "1");
    all.put("OCLGRIND_NUM_THREADS", "1");
    all.put("OCLGRIND_MAX_ERRORS", "20");
    all.put("OCLGRIND_LOG", log.toString());
    ChildProgram.Outcome outcome =
        ChildProgram.run(program, arguments, Set.of(Implementation.OCLGRIND), all, folder);
    String findings = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    return new Outcome(outcome, findings);
  }
}
