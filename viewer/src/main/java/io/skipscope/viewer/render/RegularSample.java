package io.skipscope.viewer.render;

import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Each {@code step}-th number of a tensor, as far as finite. A sample is kept for as long as its
 * tensor, for most of those on a card are the same after a change. Any thread.
 */
record RegularSample(int step, float[] numbers) {
  private static final int SAMPLES_A_PIECE = 128;
  private static final Map<Tensor, RegularSample> KEPT =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Is not to be changed. */
  static float[] of(Tensor tensor, int step) {
    RegularSample known = KEPT.get(tensor);
    if (known == null || known.step != step) {
      known = new RegularSample(step, read(tensor, step));
      KEPT.put(tensor, known);
    }
    return known.numbers;
  }

  /** In pieces, because copies of whole taps take longer to be made than all else here. */
  private static float[] read(Tensor tensor, int step) {
    int count = tensor.shape().elementCount();
    int pieceSize = step * SAMPLES_A_PIECE;
    float[] sample = new float[count / step + 1];
    int size = 0;
    float[] piece = new float[Math.min(pieceSize, count)];
    for (int first = 0; first < count; first += pieceSize) {
      if (count - first < piece.length) {
        piece = new float[count - first];
      }
      tensor.read(first, piece);
      for (int i = 0; i < piece.length; i += step) {
        if (Float.isFinite(piece[i])) {
          sample[size++] = piece[i];
        }
      }
    }
    return Arrays.copyOf(sample, size);
  }
}
