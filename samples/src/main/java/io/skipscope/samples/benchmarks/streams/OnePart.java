package io.skipscope.samples.benchmarks.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A {@link OnePartProcess}, seen from outside. */
final class OnePart implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter orders;

  private OnePart(Process process) {
    this.process = process;
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  /** Starts one, which then makes itself ready. */
  static OnePart start(String model, String device) {
    try {
      return new OnePart(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OnePartProcess.class.getName(),
                  model,
                  device)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it is ready.
   *
   * @throws IllegalStateException if it has ended
   */
  void awaitReady() {
    String first = answer();
    if (!first.equals(OnePartProcess.READY)) {
      throw new IllegalStateException("a process with one part of the device: " + first);
    }
  }

  /** Lets it begin with a stream. */
  void begin(int frames) {
    orders.println(frames);
  }

  /** Waits for the stream to end. */
  Frames end() {
    long[] times = Arrays.stream(answer().split(" ")).mapToLong(Long::parseLong).toArray();
    return new Frames(times[0], Arrays.copyOfRange(times, 1, times.length));
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("a process with one part of the device has ended");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without orders it ends. */
  @Override
  public void close() {
    orders.close();
    process.onExit().join();
  }
}
