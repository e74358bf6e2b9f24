package io.skipscope.lab.units;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reference: keeps every number of a value, and computes in two passes in double precision. */
final class AllNumbers {
  private final List<List<float[]>> mapsByPicture = new ArrayList<>();

  /** Takes a batch apart: [batch, channels, height, width]. */
  void add(Tensor batch) {
    Shape shape = batch.shape();
    int area = shape.height() * shape.width();
    for (int image = 0; image < shape.batch(); image++) {
      List<float[]> maps = new ArrayList<>();
      for (int c = 0; c < shape.channels(); c++) {
        int start = (image * shape.channels() + c) * area;
        maps.add(Arrays.copyOfRange(batch.data(), start, start + area));
      }
      mapsByPicture.add(maps);
    }
  }

  int pictures() {
    return mapsByPicture.size();
  }

  float[] map(int picture, int channel) {
    return mapsByPicture.get(picture).get(channel);
  }

  /** A channel's numbers, picture by picture. */
  double[] numbers(int channel) {
    return mapsByPicture.stream()
        .flatMapToDouble(
            maps -> {
              double[] map = new double[maps.get(channel).length];
              Arrays.setAll(map, i -> maps.get(channel)[i]);
              return Arrays.stream(map);
            })
        .toArray();
  }

  double mean(int channel) {
    return mean(numbers(channel));
  }

  double std(int channel) {
    double[] numbers = numbers(channel);
    return Math.sqrt(products(numbers, numbers) / numbers.length);
  }

  /** Pearson's coefficient. */
  double correlation(int first, int second) {
    double[] x = numbers(first);
    double[] y = numbers(second);
    return products(x, y) / Math.sqrt(products(x, x) * products(y, y));
  }

  float greatest(int picture, int channel) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (float number : map(picture, channel)) {
      greatest = Math.max(greatest, number);
    }
    return greatest;
  }

  private static double mean(double[] numbers) {
    return Arrays.stream(numbers).sum() / numbers.length;
  }

  private static double products(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum;
  }
}
