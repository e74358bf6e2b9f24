package io.skipscope.viewer.mappane;

import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.render.TileKey;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Renders tiles on another thread, those in view first, and keeps the last ones. Event thread but
 * for the rendering.
 */
final class TileRenderer {
  private static final long KEPT_PIXELS = 24_000_000;
  private static final long PAUSE_NANOS = 8_000_000;

  private final ExecutorService thread;
  private final Runnable onReady;
  private final Map<TileKey, BufferedImage> kept = new LinkedHashMap<>(256, 0.75f, true);
  private final Map<Integer, BufferedImage> lastOfChannel = new LinkedHashMap<>();
  private final Deque<TileKey> wanted = new ArrayDeque<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private long keptPixels;

  /**
   * @param onReady told on the event thread that more tiles can be painted
   */
  TileRenderer(ExecutorService thread, Runnable onReady) {
    this.thread = thread;
    this.onReady = onReady;
  }

  /**
   * A tile; while it is being rendered the channel's last one of the same size, or null without.
   */
  BufferedImage get(TileKey key) {
    BufferedImage tile = kept.get(key);
    if (tile != null) {
      lastOfChannel.put(key.channel(), tile);
      return tile;
    }
    BufferedImage last = lastOfChannel.get(key.channel());
    boolean fits =
        last != null && last.getWidth() == key.width() && last.getHeight() == key.height();
    return fits ? last : null;
  }

  /**
   * Forgets the tiles of all other values, whose numbers they would keep in memory.
   *
   * @param frame what is shown from now on, or null
   * @param another whether it is another value, not the same one of a later run
   */
  void keepOnly(TapFrame frame, boolean another) {
    kept.keySet().removeIf(key -> key.frame() != frame);
    keptPixels = kept.values().stream().mapToLong(TileRenderer::pixels).sum();
    if (another) {
      lastOfChannel.clear();
    }
  }

  /** Asks for tiles, the most urgent first, and gives up those that were asked for before. */
  void want(List<TileKey> keys) {
    synchronized (wanted) {
      wanted.clear();
      keys.stream().filter(key -> !kept.containsKey(key)).forEach(wanted::add);
      if (wanted.isEmpty() || !running.compareAndSet(false, true)) {
        return;
      }
    }
    thread.execute(this::renderWanted);
  }

  private void renderWanted() {
    Map<TileKey, BufferedImage> done = new LinkedHashMap<>();
    long start = System.nanoTime();
    for (TileKey key = next(); key != null; key = next()) {
      done.put(key, image(key));
      if (System.nanoTime() - start > PAUSE_NANOS) {
        hand(done);
        done = new LinkedHashMap<>();
        start = System.nanoTime();
      }
    }
    hand(done);
  }

  /** The next tile; null ends the work. */
  private TileKey next() {
    synchronized (wanted) {
      TileKey key = wanted.poll();
      if (key == null) {
        running.set(false);
      }
      return key;
    }
  }

  private static BufferedImage image(TileKey key) {
    BufferedImage image = new BufferedImage(key.width(), key.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, key.width(), key.height(), key.paint(), 0, key.width());
    return image;
  }

  private void hand(Map<TileKey, BufferedImage> done) {
    if (!done.isEmpty()) {
      EventQueue.invokeLater(
          () -> {
            done.forEach(this::keep);
            onReady.run();
          });
    }
  }

  private void keep(TileKey key, BufferedImage tile) {
    if (kept.put(key, tile) == null) {
      keptPixels += pixels(tile);
    }
    var eldest = kept.entrySet().iterator();
    while (keptPixels > KEPT_PIXELS && eldest.hasNext()) {
      keptPixels -= pixels(eldest.next().getValue());
      eldest.remove();
    }
  }

  private static long pixels(BufferedImage image) {
    return (long) image.getWidth() * image.getHeight();
  }
}
