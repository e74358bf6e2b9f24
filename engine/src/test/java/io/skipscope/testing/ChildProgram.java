package io.skipscope.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Programs that see chosen implementations of OpenCL and no others. Each is a process of its own,
 * since what the loader has found holds for the rest of a process.
 */
public final class ChildProgram {
  private static final long MOST_SECONDS = 600;

  /**
   * What a program has done.
   *
   * @param status its exit status
   * @param output what it printed, errors included
   */
  public record Outcome(int status, String output) {
    /** What follows a word in the lines that begin with it. */
    public Set<String> lines(String word) {
      return output
          .lines()
          .filter(line -> line.startsWith(word + " "))
          .map(line -> line.substring(word.length() + 1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private ChildProgram() {}

  /**
   * Runs a class's main method; skips the test if an implementation is not installed, or if the
   * program skips, which it does as tests do.
   *
   * @param settings further environment variables
   * @param folder for the files of the run
   */
  public static Outcome run(
      Class<?> program,
      List<String> arguments,
      Set<Implementation> implementations,
      Map<String, String> settings,
      Path folder)
      throws IOException, InterruptedException {
    implementations.forEach(Implementation::require);
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command(program, arguments))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("OCL_ICD_FILENAMES");
    environment.put("OCL_ICD_VENDORS", vendors(implementations, folder).toString());
    environment.put("SKIPSCOPE_HOME", folder.resolve("home").toString());
    implementations.forEach(implementation -> environment.putAll(implementation.settings()));
    environment.putAll(settings);
    int status = await(builder.start(), output);
    Outcome outcome = new Outcome(status, Files.readString(output, StandardCharsets.UTF_8));
    outcome.lines("SKIPPED:").forEach(reason -> Skips.unless(false, reason));
    return outcome;
  }

  /** A folder, because that is what all loaders understand. */
  private static Path vendors(Set<Implementation> implementations, Path folder) throws IOException {
    Path vendors = Files.createDirectories(folder.resolve("vendors"));
    for (Implementation implementation : implementations) {
      implementation.registerIn(vendors);
    }
    return vendors;
  }

  private static List<String> command(Class<?> program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    return command;
  }

  private static int await(Process process, Path output) throws IOException, InterruptedException {
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, () -> "not done in " + MOST_SECONDS + " s: " + output);
    return process.exitValue();
  }
}
