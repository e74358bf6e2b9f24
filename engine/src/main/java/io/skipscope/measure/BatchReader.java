package io.skipscope.measure;

import io.skipscope.image.InputSpec;
import io.skipscope.image.Picture;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Work;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** Batches of pictures in order, decoded ahead on other threads. Used by one thread. */
public final class BatchReader implements AutoCloseable {
  private static final int BATCHES_AHEAD = 3;
  private static final int MAX_BATCH = 32;
  private static final int PIXELS_PER_BATCH = 400_000;

  private final Iterator<Supplier<Picture>> upcoming;
  private final InputSpec inputSpec;
  private final int batch;
  private final Queue<Future<Tensor>> decoding = new ArrayDeque<>();
  private final ExecutorService decoders =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  /**
   * @param entries what names the pictures, in order
   * @param read gives the picture of an entry; called on several threads
   * @param batch the pictures of a batch, of which the last may have fewer
   */
  public <E> BatchReader(List<E> entries, Function<E, Picture> read, InputSpec spec, int batch) {
    this.upcoming =
        entries.stream().<Supplier<Picture>>map(entry -> () -> read.apply(entry)).iterator();
    this.inputSpec = spec;
    this.batch = batch;
    decodeAhead();
  }

  /** As many pictures as keep a device busy without much memory. */
  public static int usualBatch(InputSpec spec) {
    int pixels = spec.height() * spec.width();
    return Math.max(1, Math.min(MAX_BATCH, PIXELS_PER_BATCH / pixels));
  }

  public boolean hasNext() {
    return !decoding.isEmpty();
  }

  /**
   * The next [batch or fewer, channels, height, width].
   *
   * @throws io.skipscope.error.SkipscopeException if one of its pictures cannot be read
   * @throws CancelledException if this thread is interrupted
   */
  public Tensor next() {
    int count = Math.min(batch, decoding.size());
    float[] all = new float[0];
    for (int i = 0; i < count; i++) {
      float[] one =
          Work.result(decoding.remove(), () -> new CancelledException("Reading pictures")).data();
      all = i == 0 ? new float[count * one.length] : all;
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    decodeAhead();
    Shape shape = Shape.of(count, inputSpec.channels(), inputSpec.height(), inputSpec.width());
    return new Tensor(shape, all);
  }

  private void decodeAhead() {
    while (upcoming.hasNext() && decoding.size() < BATCHES_AHEAD * batch) {
      Supplier<Picture> picture = upcoming.next();
      decoding.add(decoders.submit(() -> Preprocessor.toTensor(picture.get(), inputSpec)));
    }
  }

  @Override
  public void close() {
    decoders.shutdownNow();
  }
}
