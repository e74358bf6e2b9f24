package io.skipscope.measure;

import io.skipscope.tensor.Tensor;
import java.util.Locale;

/**
 * What storing numbers in half costs a network: its output beside that of the same run in float.
 *
 * @param worstError largest difference, relative to the largest magnitude in float; of numbers that
 *     are finite in both
 * @param sameTop1 whether the largest number of each picture is at the same place
 * @param notFinite numbers that are infinite or NaN, though they are finite in float
 * @param count all numbers of the output
 */
public record PrecisionLoss(double worstError, boolean sameTop1, int notFinite, int count) {
  /** Compares two outputs [batch, ...] of one shape. */
  public static PrecisionLoss of(Tensor inFloat, Tensor inHalf) {
    float[] exact = inFloat.data();
    float[] rounded = inHalf.data();
    double magnitude = Float.MIN_NORMAL;
    double difference = 0;
    int notFinite = 0;
    for (int i = 0; i < exact.length; i++) {
      if (Float.isFinite(exact[i])) {
        magnitude = Math.max(magnitude, Math.abs(exact[i]));
        notFinite += Float.isFinite(rounded[i]) ? 0 : 1;
        double apart = Math.abs((double) exact[i] - rounded[i]);
        difference = Double.isFinite(apart) ? Math.max(difference, apart) : difference;
      }
    }
    boolean same = hasSameTop1(inFloat, inHalf);
    return new PrecisionLoss(difference / magnitude, same, notFinite, exact.length);
  }

  /** One line for people. */
  public String text() {
    String top1 = sameTop1 ? "top-1 agrees" : "top-1 differs";
    return notFinite == 0
        ? String.format(
            Locale.ROOT,
            "half differs from float by %.1e of the largest output; %s",
            worstError,
            top1)
        : String.format(
            Locale.ROOT,
            "half gives %d of %d outputs that are not finite: numbers beyond 65504 became infinite;"
                + " %s; use --precision float",
            notFinite,
            count,
            top1);
  }

  private static boolean hasSameTop1(Tensor a, Tensor b) {
    int batch = a.shape().rank() == 0 ? 1 : a.shape().batch();
    int perPicture = a.data().length / Math.max(1, batch);
    for (int picture = 0; picture < batch; picture++) {
      int begin = picture * perPicture;
      if (largest(a.data(), begin, perPicture) != largest(b.data(), begin, perPicture)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first place of the largest number; NaN is never the largest, -1 if there is nothing else.
   */
  private static int largest(float[] numbers, int begin, int count) {
    int place = -1;
    for (int i = begin; i < begin + count; i++) {
      boolean isLarger = place < 0 ? !Float.isNaN(numbers[i]) : numbers[i] > numbers[place];
      place = isLarger ? i : place;
    }
    return place;
  }
}
