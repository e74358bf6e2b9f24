package io.skipscope.measure;

import io.skipscope.error.SkipscopeException;
import io.skipscope.image.InputSpec;
import io.skipscope.image.Picture;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Work;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Batches of pictures in order, decoded ahead on other threads. Used by one thread.
 *
 * @param <E> what names a picture
 */
public final class BatchReader<E> implements AutoCloseable {
  private static final int BATCHES_AHEAD = 3;
  private static final int MAX_BATCH = 32;
  private static final int PIXELS_PER_BATCH = 400_000;

  private final Iterator<E> upcoming;
  private final Function<E, Picture> read;
  private final InputSpec inputSpec;
  private final int batch;
  private final BiConsumer<E, SkipscopeException> unreadable;
  private final Queue<Decoding<E>> decoding = new ArrayDeque<>();
  private final List<E> entries = new ArrayList<>();
  private final List<float[]> pictures = new ArrayList<>();
  private final ExecutorService decoders =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private record Decoding<E>(E entry, Future<Tensor> picture) {}

  /**
   * Some pictures, as a network takes them.
   *
   * @param pictures [entries, channels, height, width]
   */
  public record Batch<E>(List<E> entries, Tensor pictures) {
    public Batch {
      entries = List.copyOf(entries);
    }
  }

  /**
   * @param entries what names the pictures, in order
   * @param read gives the picture of an entry; called on several threads
   * @param batch the pictures of a batch, of which the last may have fewer
   * @param unreadable told of a picture that cannot be read, which is left out unless this throws
   */
  public BatchReader(
      List<E> entries,
      Function<E, Picture> read,
      InputSpec spec,
      int batch,
      BiConsumer<E, SkipscopeException> unreadable) {
    this.upcoming = entries.iterator();
    this.read = read;
    this.inputSpec = spec;
    this.batch = batch;
    this.unreadable = unreadable;
    decodeAhead();
  }

  /** As many pictures as keep a device busy without much memory. */
  public static int usualBatch(InputSpec spec) {
    int pixels = spec.height() * spec.width();
    return Math.max(1, Math.min(MAX_BATCH, PIXELS_PER_BATCH / pixels));
  }

  /**
   * Whether there are more pictures that can be read. Waits for those of the next batch.
   *
   * @throws CancelledException if this thread is interrupted
   */
  public boolean hasNext() {
    while (entries.size() < batch && !decoding.isEmpty()) {
      take(decoding.remove());
      decodeAhead();
    }
    return !entries.isEmpty();
  }

  private void take(Decoding<E> next) {
    try {
      Tensor picture =
          Work.result(next.picture(), () -> new CancelledException("Reading pictures"));
      pictures.add(picture.data());
      entries.add(next.entry());
    } catch (CancelledException e) {
      throw e;
    } catch (SkipscopeException e) {
      unreadable.accept(next.entry(), e);
    }
  }

  /**
   * The next pictures.
   *
   * @throws NoSuchElementException if there are no more
   * @throws CancelledException if this thread is interrupted
   */
  public Batch<E> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int size = pictures.get(0).length;
    float[] all = new float[pictures.size() * size];
    for (int i = 0; i < pictures.size(); i++) {
      System.arraycopy(pictures.get(i), 0, all, i * size, size);
    }
    Shape shape =
        Shape.of(pictures.size(), inputSpec.channels(), inputSpec.height(), inputSpec.width());
    Batch<E> next = new Batch<>(entries, new Tensor(shape, all));
    entries.clear();
    pictures.clear();
    return next;
  }

  private void decodeAhead() {
    while (upcoming.hasNext() && decoding.size() < BATCHES_AHEAD * batch) {
      E entry = upcoming.next();
      decoding.add(
          new Decoding<>(
              entry, decoders.submit(() -> Preprocessor.toTensor(read.apply(entry), inputSpec))));
    }
  }

  @Override
  public void close() {
    decoders.shutdownNow();
  }
}
