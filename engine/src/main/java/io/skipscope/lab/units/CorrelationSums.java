package io.skipscope.lab.units;

import io.skipscope.tap.ChannelView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Running sums of the products of any two channels, for Pearson's coefficient over pictures and
 * positions.
 *
 * <p>Memory grows with the square of the channels, time also with the positions, so no more than
 * {@link Correlations#MOST_CHANNELS} channels (16 MiB of sums) are compared, at no more than {@link
 * Correlations#MOST_POSITIONS} positions of each map, both evenly spread. Numbers are taken as
 * distances from the channel's first one: a channel that stays the same has a variance of exactly
 * 0. A channel with a NaN is like no other.
 */
final class CorrelationSums {
  /** With two samples, all channels lie on a line. */
  private static final int LEAST_SAMPLES = 3;

  private static final Comparator<Correlations.Pair> WEAKEST_FIRST =
      Comparator.<Correlations.Pair>comparingDouble(pair -> Math.abs(pair.r()))
          .thenComparing(Comparator.comparingInt(Correlations.Pair::first).reversed())
          .thenComparing(Comparator.comparingInt(Correlations.Pair::second).reversed());

  private final int[] channels;
  private final int[] positions;
  private final double[] sums;
  private final double[][] products;
  private double[] origin;
  private long samples;

  /**
   * @param inner positions of a channel's map
   */
  CorrelationSums(int channels, int inner) {
    this.channels = spread(channels, Correlations.MOST_CHANNELS);
    positions = spread(inner, Correlations.MOST_POSITIONS);
    sums = new double[this.channels.length];
    products = new double[this.channels.length][];
    for (int i = 0; i < products.length; i++) {
      products[i] = new double[i + 1];
    }
  }

  /** Indices, each in the middle of its share of all. */
  private static int[] spread(int count, int most) {
    int taken = Math.min(count, most);
    return IntStream.range(0, taken)
        .map(i -> (int) ((2L * i + 1) * count / (2L * taken)))
        .toArray();
  }

  /** Adds a batch. */
  void add(float[] data, ChannelView view) {
    double[][] rows = new double[view.batch() * positions.length][];
    for (int s = 0; s < rows.length; s++) {
      rows[s] = row(data, view, s / positions.length, positions[s % positions.length]);
    }
    IntStream.range(0, channels.length).parallel().forEach(i -> addProducts(i, rows));
    samples += rows.length;
  }

  /** The numbers of all channels at a place. */
  private double[] row(float[] data, ChannelView view, int image, int position) {
    double[] row = new double[channels.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = data[view.start(image, channels[i]) + position];
    }
    if (origin == null) {
      origin = row.clone();
    }
    for (int i = 0; i < row.length; i++) {
      row[i] -= origin[i];
    }
    return row;
  }

  private void addProducts(int i, double[][] rows) {
    double[] target = products[i];
    for (double[] row : rows) {
      double own = row[i];
      sums[i] += own;
      for (int j = 0; j <= i; j++) {
        target[j] += own * row[j];
      }
    }
  }

  /**
   * Compares all channels with each other.
   *
   * @param threshold size of a strong correlation, between 0 and 1
   * @param mostPairs how many pairs are named
   */
  Correlations result(double threshold, int mostPairs) {
    PriorityQueue<Correlations.Pair> strongest = new PriorityQueue<>(WEAKEST_FIRST);
    Correlations.Partner[] closest = new Correlations.Partner[channels.length];
    long strong = 0;
    for (int i = 0; i < channels.length && samples >= LEAST_SAMPLES; i++) {
      for (int j = 0; j < i; j++) {
        double r = coefficient(i, j);
        strong += Math.abs(r) >= threshold ? 1 : 0;
        if (!Double.isNaN(r)) {
          keep(strongest, new Correlations.Pair(channels[j], channels[i], r), mostPairs);
          keepCloser(closest, i, j, r);
          keepCloser(closest, j, i, r);
        }
      }
    }
    List<Correlations.Pair> falling = new ArrayList<>(strongest);
    falling.sort(WEAKEST_FIRST.reversed());
    return new Correlations(
        channels.length,
        positions.length,
        samples,
        threshold,
        strong,
        falling,
        Arrays.stream(closest).filter(Objects::nonNull).toList());
  }

  private void keepCloser(Correlations.Partner[] closest, int i, int other, double r) {
    if (closest[i] == null || Math.abs(r) > Math.abs(closest[i].r())) {
      closest[i] = new Correlations.Partner(channels[i], channels[other], r);
    }
  }

  private static void keep(
      PriorityQueue<Correlations.Pair> strongest, Correlations.Pair pair, int most) {
    if (strongest.size() < most) {
      strongest.add(pair);
    } else if (most > 0 && WEAKEST_FIRST.compare(pair, strongest.peek()) > 0) {
      strongest.poll();
      strongest.add(pair);
    }
  }

  /** NaN where one of the channels stays the same. */
  private double coefficient(int i, int j) {
    double r = covariance(i, j) / Math.sqrt(covariance(i, i) * covariance(j, j));
    return Double.isNaN(r) ? r : Math.max(-1, Math.min(1, r));
  }

  private double covariance(int i, int j) {
    return products[i][j] - sums[i] * sums[j] / samples;
  }
}
