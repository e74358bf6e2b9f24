package io.skipscope.viewer.canvas;

import io.skipscope.job.DaemonThreads;
import io.skipscope.viewer.job.Thumbnail;
import java.awt.EventQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Reads thumbnails of sources on a thread of its own, those that were asked for last, and keeps the
 * last few hundred. Event thread but for the reading.
 */
public final class Thumbnails<K> {
  private static final int KEPT = 500;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread reader = DaemonThreads.named("skipscope-thumbnails").newThread(task);
            reader.setPriority(Thread.MIN_PRIORITY);
            return reader;
          });
  private final Function<K, Thumbnail> read;
  private final Runnable onReady;
  private final Map<K, Thumbnail> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Thumbnail> eldest) {
          return size() > KEPT;
        }
      };
  private final Deque<K> wanted = new ArrayDeque<>();
  private boolean reading;

  /**
   * @param read gives the thumbnail of a source; on the own thread
   * @param onReady told on the event thread that there is another one
   */
  public Thumbnails(Function<K, Thumbnail> read, Runnable onReady) {
    this.read = read;
    this.onReady = onReady;
  }

  /** Null while it is not there yet. */
  public Thumbnail get(K source) {
    return kept.get(source);
  }

  /** Asks for some, the most urgent first; those that were asked for before are given up. */
  public void want(List<K> sources) {
    wanted.clear();
    sources.stream().filter(source -> !kept.containsKey(source)).limit(KEPT).forEach(wanted::add);
    readNext();
  }

  /** Forgets all, as the files may have changed. */
  public void clear() {
    kept.clear();
    wanted.clear();
  }

  private void readNext() {
    K source = reading ? null : wanted.poll();
    if (source != null) {
      reading = true;
      thread.execute(
          () -> {
            Thumbnail thumbnail = read.apply(source);
            EventQueue.invokeLater(() -> keep(source, thumbnail));
          });
    }
  }

  private void keep(K source, Thumbnail thumbnail) {
    reading = false;
    kept.put(source, thumbnail);
    onReady.run();
    readNext();
  }
}
