package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AreaWeightsTest {
  @Property(tries = 300)
  void pixelsShareTheNumbersEvenly(
      @ForAll @IntRange(min = 1, max = 60) int numbers,
      @ForAll @IntRange(min = 1, max = 60) int pixels) {
    AreaWeights weights = AreaWeights.of(numbers, pixels);
    double[] taken = new double[numbers];
    for (int i = 0; i < pixels; i++) {
      double sum = 0;
      for (int n = 0; n < weights.weights()[i].length; n++) {
        assertTrue(weights.weights()[i][n] > 0);
        sum += weights.weights()[i][n];
        taken[weights.first()[i] + n] += weights.weights()[i][n];
      }
      assertEquals(1, sum, 1e-5);
    }
    for (double share : taken) {
      assertEquals(pixels / (double) numbers, share, 1e-4);
    }
  }
}
