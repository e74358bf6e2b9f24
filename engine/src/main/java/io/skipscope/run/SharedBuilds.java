package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.SecondCompiler;
import io.skipscope.job.DaemonThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Hands out programs to build: the first ones to the device itself, the last ones to {@link
 * SecondCompiler}s. What those have compiled goes to the device in the end, which then finds it.
 *
 * <p>A program goes out as a whole, so that no two processes ever compile the same. One thread;
 * each second compiler has one of its own.
 */
final class SharedBuilds implements AutoCloseable {
  /** A second compiler takes about as long to start as two programs take to compile. */
  private static final int FEWEST_PROGRAMS = 4;

  /** Each takes the memory of a small process. */
  private static final int MOST_COMPILERS = 3;

  private static final Executor COMPILERS = DaemonThreads.oneForEach("skipscope-second-compiler");

  private final Device device;
  private final Deque<List<KernelLaunch>> waiting;
  private final Queue<List<KernelLaunch>> compiled = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Void>> others = new ArrayList<>();
  private volatile boolean closed;

  /**
   * @param programs what is to be built of each
   */
  SharedBuilds(Device device, Collection<List<KernelLaunch>> programs) {
    this.device = device;
    waiting = new ConcurrentLinkedDeque<>(programs);
  }

  /** The next program for the device itself; waits for second compilers; null at the end. */
  List<KernelLaunch> next() {
    List<KernelLaunch> program = waiting.pollFirst();
    if (program == null && compiled.isEmpty()) {
      others.forEach(CompletableFuture::join);
    }
    return program != null ? program : compiled.poll();
  }

  /**
   * Starts second compilers, once, if processors are free for them and enough is left to do. The
   * system property {@code skipscope.secondCompilers} changes how many at most; 0 for none.
   */
  void bringInOthers() {
    if (!others.isEmpty() || waiting.size() < FEWEST_PROGRAMS) {
      return;
    }
    int processors = Runtime.getRuntime().availableProcessors();
    int most = Integer.getInteger("skipscope.secondCompilers", MOST_COMPILERS);
    for (int i = 0; i < Math.min(most, processors - 1); i++) {
      others.add(CompletableFuture.runAsync(this::compileFromTheBack, COMPILERS));
    }
  }

  private void compileFromTheBack() {
    try (SecondCompiler compiler = device.startSecondCompiler().orElse(null)) {
      boolean able = compiler != null;
      while (able && !closed) {
        List<KernelLaunch> program = waiting.pollLast();
        if (program == null) {
          return;
        }
        able = program.stream().allMatch(compiler::compile);
        compiled.add(program);
      }
    }
  }

  /** Second compilers finish what they have begun, unwatched. */
  @Override
  public void close() {
    closed = true;
  }
}
