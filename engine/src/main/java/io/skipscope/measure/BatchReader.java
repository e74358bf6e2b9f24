package io.skipscope.measure;

import io.skipscope.image.InputSpec;
import io.skipscope.image.LabelledPictures;
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

/** Batches of pictures in order, decoded ahead on other threads. Used by one thread. */
final class BatchReader implements AutoCloseable {
  private static final int BATCHES_AHEAD = 3;

  private final LabelledPictures data;
  private final Iterator<LabelledPictures.Entry> upcoming;
  private final InputSpec inputSpec;
  private final int batch;
  private final Queue<Future<Tensor>> decoding = new ArrayDeque<>();
  private final ExecutorService decoders =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  BatchReader(
      LabelledPictures data, List<LabelledPictures.Entry> entries, InputSpec spec, int batch) {
    this.data = data;
    this.upcoming = entries.iterator();
    this.inputSpec = spec;
    this.batch = batch;
    decodeAhead();
  }

  boolean hasNext() {
    return !decoding.isEmpty();
  }

  /** The next [batch or fewer, channels, height, width]. */
  Tensor next() {
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
      LabelledPictures.Entry entry = upcoming.next();
      decoding.add(decoders.submit(() -> Preprocessor.toTensor(data.read(entry), inputSpec)));
    }
  }

  @Override
  public void close() {
    decoders.shutdownNow();
  }
}
