/*
 * Name: channel_stats_partial, channel_stats_combine
 * Computes: per channel min, max, mean, population standard deviation, share of zeros and count of
 *   NaN over batch, height and width, NaN left out of all but the count. channel_stats_partial sums
 *   up chunks of a map, channel_stats_combine merges a channel's partials in a fixed order:
 *   mean = meanA + delta * countB / count,
 *   m2 = m2A + m2B + delta^2 * countA * countB / count, with delta = meanB - meanA
 * Inputs: input [batch, channels, inner]; between the two kernels partials
 *   [channels, batch, chunks, 6 = min, max, mean, m2, zeros, numbers], m2 being the sum of the
 *   squared distances from the mean
 * Output: stats, which holds 6 numbers for each channel of several values, this one's
 *   [6 = min, max, mean, std, zeroShare, nanCount, channels] behind those of firstChannel channels;
 *   the first four NaN and zeroShare 0 where a channel holds nothing but NaN
 * NDRange: channel_stats_partial: axis 0 chunk of a map, axis 1 channel from rowBegin, axis 2
 *   batch, one work-item per chunk; channel_stats_combine: axis 1 channel from rowBegin, one
 *   work-item per channel, axes 0 and 2 unused
 * Tunables: none; chunkLength is an argument
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: 6 flops per element; 4 bytes per element if caches hold a chunk
 * Source: Chan, Golub, LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample
 *   Variances", 1979
 */
#include "common/storage.clh"

#define PARTIAL_MIN 0
#define PARTIAL_MAX 1
#define PARTIAL_MEAN 2
#define PARTIAL_M2 3
#define PARTIAL_ZEROS 4
#define PARTIAL_NUMBERS 5
#define PARTIAL_FIELDS 6

__kernel void channel_stats_partial(__global const STORAGE *restrict input,
                                    __global float *restrict partials,
                                    const int batch, const int channels, const int inner,
                                    const int chunks, const int chunkLength,
                                    const int rowBegin, const int rowEnd) {
  const int chunk = get_global_id(0);
  const int channel = rowBegin + (int)get_global_id(1);
  const int image = get_global_id(2);
  if (chunk >= chunks || channel >= rowEnd || image >= batch) {
    return;
  }
  __global const STORAGE *map = input + (image * channels + channel) * inner;
  const int begin = chunk * chunkLength;
  const int end = min(begin + chunkLength, inner);

  float least = INFINITY;
  float most = -INFINITY;
  float sum = 0.0f;
  int zeros = 0;
  int numbers = 0;
  for (int i = begin; i < end; i++) {
    const float x = LOAD(map, i);
    // fmin and fmax return the other number where one is NaN.
    least = fmin(least, x);
    most = fmax(most, x);
    sum += isnan(x) ? 0.0f : x;
    zeros += x == 0.0f;
    numbers += !isnan(x);
  }
  const float mean = numbers > 0 ? sum / numbers : 0.0f;

  float m2 = 0.0f;
  for (int i = begin; i < end; i++) {
    const float x = LOAD(map, i);
    m2 += isnan(x) ? 0.0f : (x - mean) * (x - mean);
  }

  __global float *partial =
      partials + ((channel * batch + image) * chunks + chunk) * PARTIAL_FIELDS;
  partial[PARTIAL_MIN] = least;
  partial[PARTIAL_MAX] = most;
  partial[PARTIAL_MEAN] = mean;
  partial[PARTIAL_M2] = m2;
  partial[PARTIAL_ZEROS] = zeros;
  partial[PARTIAL_NUMBERS] = numbers;
}

__kernel void channel_stats_combine(__global const float *restrict partials,
                                    __global float *restrict stats,
                                    const int firstChannel, const int channels,
                                    const int elements, const int parts,
                                    const int rowBegin, const int rowEnd) {
  const int channel = rowBegin + (int)get_global_id(1);
  if (get_global_id(0) > 0 || channel >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  float least = INFINITY;
  float most = -INFINITY;
  float mean = 0.0f;
  float m2 = 0.0f;
  int zeros = 0;
  int numbers = 0;
  for (int part = 0; part < parts; part++) {
    __global const float *partial = partials + (channel * parts + part) * PARTIAL_FIELDS;
    const int added = (int)partial[PARTIAL_NUMBERS];
    if (added == 0) {
      continue;
    }
    const float delta = partial[PARTIAL_MEAN] - mean;
    const float share = (float)added / (float)(numbers + added);
    m2 += partial[PARTIAL_M2] + delta * delta * share * numbers;
    mean += delta * share;
    least = fmin(least, partial[PARTIAL_MIN]);
    most = fmax(most, partial[PARTIAL_MAX]);
    zeros += (int)partial[PARTIAL_ZEROS];
    numbers += added;
  }

  __global float *result = stats + firstChannel * PARTIAL_FIELDS + channel;
  const bool any = numbers > 0;
  result[0] = any ? least : NAN;
  result[channels] = any ? most : NAN;
  result[2 * channels] = any ? mean : NAN;
  result[3 * channels] = any ? sqrt(m2 / numbers) : NAN;
  result[4 * channels] = any ? (float)zeros / (float)numbers : 0.0f;
  result[5 * channels] = elements - numbers;
}
