package io.skipscope.lab;

/**
 * Numbers that go into another one, with the weight of each.
 *
 * @param value whose numbers they are
 * @param channel of that value
 * @param height rows of the patch; {@code width} likewise its columns
 * @param numbers height x width, rows first; 0 beyond the edges
 * @param weights as many; 0 where there is no number
 */
public record Patch(
    String value, int channel, int height, int width, float[] numbers, float[] weights) {
  /** One number with its weight. */
  static Patch of(String value, int channel, float number, float weight) {
    return new Patch(value, channel, 1, 1, new float[] {number}, new float[] {weight});
  }

  /** What the patch adds: the sum of number times weight. */
  public double sum() {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += (double) numbers[i] * weights[i];
    }
    return sum;
  }

  /** The sum of the products without their signs: what rounding errors are relative to. */
  double magnitude() {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += Math.abs((double) numbers[i] * weights[i]);
    }
    return sum;
  }

  /** The greatest number that has a weight. */
  double greatest() {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < numbers.length; i++) {
      if (weights[i] != 0) {
        greatest = Math.max(greatest, numbers[i]);
      }
    }
    return greatest;
  }
}
