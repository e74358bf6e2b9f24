package io.skipscope.viewer.job;

import io.skipscope.error.SkipscopeException;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.Progress;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Does the window's work on one thread of its own, one task after the other, and keeps the state's
 * progress and message up to date.
 *
 * <p>Methods are called on the event thread, and results are handed over there.
 */
public final class Worker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Worker.class.getName());

  /** Work that can take 200 ms. */
  @FunctionalInterface
  public interface Task<T> {
    T run(Job job);
  }

  private final StateStore store;
  private final Executor eventThread;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread worker = new Thread(task, "skipscope-viewer-work");
            worker.setDaemon(true);
            return worker;
          });
  private Pending last;

  /** A submitted task; {@code replaceable} ones give way to whatever comes after them. */
  private record Pending(Job job, boolean replaceable, AtomicReference<Boolean> replaced) {}

  public Worker(StateStore store, Executor eventThread) {
    this.store = store;
    this.eventThread = eventThread;
  }

  /**
   * Queues a task; a replaceable one before it is given up.
   *
   * @param what in the user's words
   * @param replaceable whether a later task makes this one pointless
   * @param onDone gets the result, unless the task failed or was given up
   * @param onFailure runs after the message was set, to put back what was chosen
   */
  public <T> void submit(
      String what, boolean replaceable, Task<T> task, Consumer<T> onDone, Runnable onFailure) {
    if (last != null && last.replaceable()) {
      last.replaced().set(true);
      last.job().cancel();
    }
    AtomicReference<Progress> latest = new AtomicReference<>();
    Job job = new Job((step, done, total) -> report(latest, new Progress(step, done, total)));
    Pending pending = new Pending(job, replaceable, new AtomicReference<>(false));
    last = pending;
    store.update(s -> s.with().progress(new Progress(what, 0, 0)).build());
    thread.execute(() -> run(pending, what, task, onDone, onFailure));
  }

  /** Asks the task that was submitted last to stop. */
  public void cancel() {
    if (last != null) {
      last.job().cancel();
    }
  }

  public boolean isBusy() {
    return last != null;
  }

  private <T> void run(
      Pending pending, String what, Task<T> task, Consumer<T> onDone, Runnable onFailure) {
    try {
      pending.job().progress(what, 0, 0);
      T result = task.run(pending.job());
      finish(pending, () -> onDone.accept(result));
    } catch (CancelledException e) {
      finish(pending, () -> failed(pending, Message.hint(Text.of("job.cancelled")), onFailure));
    } catch (SkipscopeException e) {
      finish(pending, () -> failed(pending, Message.error(e.getMessage()), onFailure));
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.DEBUG, what, e);
      String line = Text.of("job.unexpected", what, String.valueOf(e));
      finish(pending, () -> failed(pending, Message.error(line), onFailure));
    }
  }

  private void failed(Pending pending, Message message, Runnable onFailure) {
    if (!pending.replaced().get()) {
      store.update(s -> s.with().message(message).build());
      onFailure.run();
    }
  }

  private void finish(Pending pending, Runnable outcome) {
    eventThread.execute(
        () -> {
          if (!pending.replaced().get()) {
            outcome.run();
          }
          if (last == pending) {
            last = null;
            store.update(s -> s.with().progress(null).build());
          }
        });
  }

  /** Shows the latest step only: steps can come faster than they can be painted. */
  private void report(AtomicReference<Progress> latest, Progress progress) {
    if (latest.getAndSet(progress) == null) {
      eventThread.execute(
          () -> {
            Progress newest = latest.getAndSet(null);
            store.update(s -> s.progress() == null ? s : s.with().progress(newest).build());
          });
    }
  }

  @Override
  public void close() {
    cancel();
    thread.shutdown();
  }

  /** Runs something after all that was queued: for closing what the tasks use. */
  public void executeLast(Runnable work) {
    thread.execute(work);
    close();
  }
}
