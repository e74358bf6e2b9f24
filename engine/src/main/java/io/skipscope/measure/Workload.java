package io.skipscope.measure;

import io.skipscope.tensor.Shape;

/** So many pictures of one size, in pixels, in one run. */
public record Workload(int batch, int height, int width) {
  static Workload of(Shape input) {
    return new Workload(input.batch(), input.height(), input.width());
  }

  long pixels() {
    return (long) batch * height * width;
  }
}
