package io.skipscope.run;

import io.skipscope.device.HostLaunch;
import io.skipscope.device.Launch;
import java.util.Arrays;

/** Measures with Java loops. */
final class HostProbe implements SpeedProbe {
  /** Small enough for the nearest cache, so that the sums and not the memory are measured. */
  private static final int CHAINS = 512;

  private static final int ITEMS = 64;

  @Override
  public Launch multiplyAdds(int iterations) {
    return new HostLaunch(
        "multiply-add peak",
        memory -> {
          float[] output = memory.array(OUTPUT);
          memory.parallelFor(ITEMS, item -> output[item] = chains(iterations, item));
        });
  }

  private static float chains(int iterations, float start) {
    float[] chain = new float[CHAINS];
    Arrays.fill(chain, start);
    for (int iteration = 0; iteration < iterations; iteration++) {
      multiplyAdd(chain);
    }
    float sum = 0;
    for (float value : chain) {
      sum += value;
    }
    return sum;
  }

  private static void multiplyAdd(float[] chain) {
    for (int index = 0; index < chain.length; index++) {
      chain[index] = chain[index] * 0.999f + 0.001f;
    }
  }

  @Override
  public int columns() {
    return ITEMS;
  }

  @Override
  public long flopsPerIteration() {
    return 2L * CHAINS * ITEMS;
  }

  @Override
  public Launch copy(int rows) {
    return new HostLaunch(
        "copy",
        memory -> {
          float[] input = memory.array(INPUT);
          float[] output = memory.array(OUTPUT);
          memory.parallelFor(
              rows,
              row -> {
                int start = row * COPY_COLUMNS;
                System.arraycopy(input, start, output, start, COPY_COLUMNS);
              });
        });
  }
}
