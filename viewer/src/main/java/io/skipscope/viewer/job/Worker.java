package io.skipscope.viewer.job;

import io.skipscope.error.SkipscopeException;
import io.skipscope.job.CancelledException;
import io.skipscope.job.DaemonThreads;
import io.skipscope.job.Job;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.Progress;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.EngineText;
import io.skipscope.viewer.text.Text;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Does the window's work on one thread of its own, one task after the other, and keeps the state's
 * progress and message up to date; long work that shares nothing with it goes on beside it.
 *
 * <p>Methods are called on the event thread, and results are handed over there; the next task
 * starts after that, so that it sees the state that the one before has left.
 */
public final class Worker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Worker.class.getName());
  private static final int STEP_MILLIS = 50;

  /** Work that can take 200 ms, on the state in which it starts. */
  @FunctionalInterface
  public interface Task<T> {
    T run(ViewerState state, Job job);
  }

  private final StateStore store;
  private final Executor eventThread;
  private final ExecutorService thread = DaemonThreads.single("skipscope-viewer-work");
  private final ExecutorService besideThread = DaemonThreads.single("skipscope-viewer-beside");
  private final Set<Pending> unfinished = new LinkedHashSet<>();

  /** What makes a task pointless. */
  private enum Replaced {
    NEVER,
    BY_LATER_TASK,
    BY_LATER_BESIDE
  }

  /** A submitted task; {@code replaced} ones end without a word. */
  private static final class Pending {
    final Replaced by;

    /** The latest step that is not shown yet, in the engine's words; null for none. */
    final AtomicReference<Progress> latest = new AtomicReference<>();

    Job job;
    boolean replaced;

    Pending(Replaced by) {
      this.by = by;
    }
  }

  public Worker(StateStore store, Executor eventThread) {
    this.store = store;
    this.eventThread = eventThread;
  }

  /**
   * Queues a task; replaceable ones before it are given up.
   *
   * @param what in the user's words
   * @param replaceable whether a later task makes this one pointless
   * @param onDone gets the result, unless the task failed or was given up
   * @param onFailure runs after the message was set, to put back what was chosen
   */
  public <T> void submit(
      String what, boolean replaceable, Task<T> task, Consumer<T> onDone, Runnable onFailure) {
    replaceAll(Replaced.BY_LATER_TASK);
    Replaced by = replaceable ? Replaced.BY_LATER_TASK : Replaced.NEVER;
    queue(thread, what, by, task, onDone, onFailure);
  }

  /** Queues a task that a later one makes pointless, but which gives up none before it. */
  public <T> void submitAfter(String what, Task<T> task, Consumer<T> onDone) {
    queue(thread, what, Replaced.BY_LATER_TASK, task, onDone, () -> {});
  }

  /**
   * Starts a task that the others do not wait for, as it uses nothing that they use; one that is
   * under way is given up for it.
   */
  public <T> void submitBeside(String what, Task<T> task, Consumer<T> onDone) {
    replaceAll(Replaced.BY_LATER_BESIDE);
    queue(besideThread, what, Replaced.BY_LATER_BESIDE, task, onDone, () -> {});
  }

  private void replaceAll(Replaced by) {
    unfinished.stream().filter(p -> p.by == by).forEach(Worker::replace);
  }

  private <T> void queue(
      Executor on, String what, Replaced by, Task<T> task, Consumer<T> onDone, Runnable onFailure) {
    Pending pending = new Pending(by);
    pending.job = new Job((step, done, total) -> report(pending, new Progress(step, done, total)));
    unfinished.add(pending);
    store.update(s -> s.with().progress(new Progress(what, 0, 0)).build());
    on.execute(() -> run(pending, what, task, onDone, onFailure));
  }

  private static void replace(Pending pending) {
    pending.replaced = true;
    pending.job.cancel();
  }

  /**
   * Whether it could start a task at once; one whose result is being handed over is done. Never
   * after it was closed.
   */
  public boolean isIdle() {
    return !thread.isShutdown()
        && unfinished.stream().allMatch(pending -> pending.by == Replaced.BY_LATER_BESIDE);
  }

  /** Asks everything that is under way or queued to stop. */
  public void cancel() {
    unfinished.forEach(pending -> pending.job.cancel());
  }

  /**
   * Shows what a task already has, which goes on meanwhile; its result follows. Any thread.
   *
   * @return done once it is shown
   */
  public CompletableFuture<Void> showAhead(Runnable show) {
    CompletableFuture<Void> shown = new CompletableFuture<>();
    eventThread.execute(
        () -> {
          try {
            show.run();
          } finally {
            shown.complete(null);
          }
        });
    return shown;
  }

  private <T> void run(
      Pending pending, String what, Task<T> task, Consumer<T> onDone, Runnable onFailure) {
    Runnable outcome;
    try {
      pending.job.progress(what, 0, 0);
      T result = task.run(store.state(), pending.job);
      outcome = () -> onDone.accept(result);
    } catch (CancelledException e) {
      outcome = failure(Message.hint(Text.of("job.cancelled")), onFailure);
    } catch (SkipscopeException e) {
      outcome = failure(Message.error(EngineText.of(e)), onFailure);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.DEBUG, what, e);
      String line = Text.of("job.unexpected", what, String.valueOf(e));
      outcome = failure(Message.error(line), onFailure);
    }
    finish(pending, outcome);
  }

  private Runnable failure(Message message, Runnable onFailure) {
    return () -> {
      store.update(s -> s.with().message(message).build());
      onFailure.run();
    };
  }

  private void finish(Pending pending, Runnable outcome) {
    CompletableFuture.runAsync(() -> hand(pending, outcome), eventThread).join();
  }

  private void hand(Pending pending, Runnable outcome) {
    unfinished.remove(pending);
    if (!pending.replaced) {
      outcome.run();
    }
    if (unfinished.isEmpty()) {
      store.update(s -> s.with().progress(null).build());
    }
  }

  /**
   * Shows the latest step only, a moment later: steps can come faster than they can be painted, and
   * a run that is over by then has lost no time by them.
   */
  private void report(Pending pending, Progress progress) {
    if (pending.latest.getAndSet(progress) == null) {
      CompletableFuture.delayedExecutor(STEP_MILLIS, TimeUnit.MILLISECONDS, eventThread)
          .execute(() -> showLatest(pending));
    }
  }

  private void showLatest(Pending pending) {
    Progress newest = pending.latest.getAndSet(null);
    if (unfinished.contains(pending)) {
      String what = EngineText.of(newest.what());
      store.update(
          s -> s.with().progress(new Progress(what, newest.done(), newest.total())).build());
    }
  }

  /** Cancels everything; {@code last} runs after it, for closing what the tasks use. */
  public void close(Runnable last) {
    thread.execute(last);
    close();
  }

  @Override
  public void close() {
    cancel();
    besideThread.shutdown();
    thread.shutdown();
  }
}
