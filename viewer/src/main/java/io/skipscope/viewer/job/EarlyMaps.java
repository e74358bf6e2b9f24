package io.skipscope.viewer.job;

import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Hands over a run's maps, on a thread of its own, while the rest of the network still runs. */
final class EarlyMaps implements TapListener {
  private final Consumer<List<TapFrame>> receiver;
  private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

  EarlyMaps(Consumer<List<TapFrame>> receiver) {
    this.receiver = receiver;
  }

  @Override
  public void taken(List<TapFrame> frames) {
    work = CompletableFuture.runAsync(() -> receiver.accept(frames));
  }

  /** Waits for the receiver; to be called once the run has ended. */
  void await() {
    // What failed is done again, and told, with the run's answer.
    work.handle((done, failure) -> done).join();
  }
}
