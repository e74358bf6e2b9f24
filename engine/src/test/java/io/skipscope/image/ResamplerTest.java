package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplerTest {
  @Test
  void unchangedSizeChangesNothing() {
    float[] plane = random(64 * 64, 1);
    assertArrayEquals(plane, Resampler.resize(plane, 64, 64, 64, 64));
  }

  @Property(tries = 60)
  void agreesWithTheFilterByItsDefinition(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int newHeight,
      @ForAll @IntRange(min = 1, max = 40) int newWidth) {
    float[] plane = random(height * width, height * 41 + width);
    float[] resized = Resampler.resize(plane, height, width, newHeight, newWidth);
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        double expected = byDefinition(plane, height, width, newHeight, newWidth, y, x);
        assertEquals(expected, resized[y * newWidth + x], 1e-3);
      }
    }
  }

  /** Pillow 12.3: Image.fromarray(float ramp i * i).resize((3, 2), BILINEAR). */
  @Test
  void agreesWithPillow() {
    float[] plane = new float[5 * 7];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i * i;
    }
    float[] expected = {97.9221f, 136.5775f, 183.6364f, 513.9221f, 612.5775f, 719.6364f};
    assertArrayEquals(expected, Resampler.resize(plane, 5, 7, 2, 3), 1e-3f);
  }

  /** The triangle's weight of every input pixel, over the whole plane, in double. */
  private static double byDefinition(
      float[] plane, int height, int width, int newHeight, int newWidth, int y, int x) {
    double sum = 0;
    double total = 0;
    for (int sy = 0; sy < height; sy++) {
      for (int sx = 0; sx < width; sx++) {
        double weight = weight(sy, y, height, newHeight) * weight(sx, x, width, newWidth);
        sum += weight * plane[sy * width + sx];
        total += weight;
      }
    }
    return sum / total;
  }

  private static double weight(int source, int target, int size, int newSize) {
    double scale = (double) size / newSize;
    double distance = (source + 0.5) - (target + 0.5) * scale;
    return Math.max(0, 1 - Math.abs(distance) / Math.max(1, scale));
  }

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() * 255;
    }
    return numbers;
  }
}
