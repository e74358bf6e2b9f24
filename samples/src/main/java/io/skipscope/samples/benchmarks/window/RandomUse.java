package io.skipscope.samples.benchmarks.window;

import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.state.Message;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Uses the window at random, {@code RandomUse [MINUTES] [SEED]}: keys, clicks, sizes, models opened
 * and replaced, windows closed. Prints the memory in use, and ends with 1 on any exception.
 */
public final class RandomUse {
  private static final int ACTIONS_A_WINDOW = 400;
  private static final int REPORTS = 12;
  private static final int MOST_FAILURES = 20;
  private static final Pattern EXCEPTION =
      Pattern.compile("\\bjava\\.\\w+\\.\\w*(Exception|Error)");

  private final Instant end;
  private final Duration interval;
  private final Random random;
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private Instant nextReport = Instant.MIN;
  private long actions;
  private Message lastMessage;

  /**
   * @param seed of what is done; what the window is busy with at that moment depends on its speed
   */
  RandomUse(Duration time, long seed) {
    end = Instant.now().plus(time);
    interval = time.dividedBy(REPORTS);
    random = new Random(seed);
  }

  public static void main(String[] args) {
    Duration time = Duration.ofSeconds((long) (60 * (args.length > 0 ? parse(args[0]) : 1)));
    long seed = args.length > 1 ? (long) parse(args[1]) : 1;
    List<Throwable> failures = new RandomUse(time, seed).run();
    failures.forEach(Throwable::printStackTrace);
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  private static double parse(String number) {
    return Double.parseDouble(number);
  }

  /** What reached the top of any thread, and errors that no user has caused. */
  @SuppressWarnings("try") // The answers come by themselves.
  List<Throwable> run() {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    try (DialogAnswers answers = new DialogAnswers(new Random(random.nextLong()))) {
      while (Instant.now().isBefore(end) && failures.size() < MOST_FAILURES) {
        useOneWindow();
      }
      // Past the end nothing is done in it any more but to report.
      useOneWindow();
    }
    return failures;
  }

  private void useOneWindow() {
    try (WindowDriver window = WindowBenchmark.open("resnet20")) {
      use(window);
    } catch (IllegalStateException | AssertionError failure) {
      failures.add(failure);
    }
  }

  private void use(WindowDriver window) {
    window.await("the first maps", s -> s.run() != null);
    if (Instant.now().isAfter(nextReport) || Instant.now().isAfter(end)) {
      // In a new window, so that the figures are of what the windows before have left.
      emptyClipboard();
      report();
      nextReport = Instant.now().plus(interval);
    }
    RandomActions some = new RandomActions(window, random);
    for (int i = 0; i < ACTIONS_A_WINDOW && Instant.now().isBefore(end); i++) {
      some.next();
      actions++;
      noteUnexpected(window.state().message());
    }
    window.await("rest before closing", s -> true);
  }

  /** A task of the window that fails for no reason of the engine's says which exception it was. */
  private void noteUnexpected(Message message) {
    if (message != null && message != lastMessage && EXCEPTION.matcher(message.text()).find()) {
      failures.add(new AssertionError(message.text()));
    }
    lastMessage = message;
  }

  /** A picture that was copied is kept until the next is, which is no window's doing. */
  private static void emptyClipboard() {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(""), null);
  }

  private void report() {
    WindowBenchmark.print(
        "%6d s left, %d actions, %s, %d exceptions",
        Math.max(0, Duration.between(Instant.now(), end).toSeconds()),
        actions,
        MemoryUse.now(),
        failures.size());
  }
}
