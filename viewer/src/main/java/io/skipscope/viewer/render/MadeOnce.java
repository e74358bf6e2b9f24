package io.skipscope.viewer.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Values that the first who asks makes, while others who ask wait; keeps those that were asked for
 * last. Any thread.
 */
final class MadeOnce<K, V> {
  private final Map<K, CompletableFuture<V>> kept;
  private final Function<K, V> maker;

  /**
   * @param capacity so many values are kept
   * @param maker may fail: the next who asks tries again
   */
  MadeOnce(int capacity, Function<K, V> maker) {
    this.maker = maker;
    kept =
        new LinkedHashMap<>(capacity, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
            return size() > capacity;
          }
        };
  }

  /**
   * The value of a key.
   *
   * @throws java.util.concurrent.CompletionException if making it fails on the thread that is
   *     waited for
   */
  V get(K key) {
    CompletableFuture<V> own = new CompletableFuture<>();
    CompletableFuture<V> known;
    synchronized (kept) {
      known = kept.putIfAbsent(key, own);
    }
    return known == null ? make(key, own) : known.join();
  }

  private V make(K key, CompletableFuture<V> own) {
    try {
      own.complete(maker.apply(key));
    } catch (RuntimeException | Error e) {
      synchronized (kept) {
        kept.remove(key, own);
      }
      own.completeExceptionally(e);
      throw e;
    }
    return own.join();
  }
}
