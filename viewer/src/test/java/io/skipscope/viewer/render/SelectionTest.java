package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SelectionTest {
  private static final int BEHIND = 3;

  @Property
  void givesWhatSortingWouldPutThereAndLeavesWhatLiesBehind(
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @IntRange(min = 1, max = 20) int different,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[size + BEHIND];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextInt(different) - different / 2;
    }
    float[] behind = Arrays.copyOfRange(numbers, size, numbers.length);
    float[] sorted = Arrays.copyOf(numbers, size);
    Arrays.sort(sorted);
    int place = random.nextInt(size);
    assertEquals(sorted[place], Selection.nth(numbers, size, place));
    assertArrayEquals(behind, Arrays.copyOfRange(numbers, size, numbers.length));
  }
}
