/*
 * Name: sum_stats_c8
 * Computes: sum = left + right and output = ACTIVATE(sum), elementwise, and in the same pass what
 *   channel_stats_c8 computes of left, right, sum and output: of each its statistics where its
 *   first channel is not negative, and its copy in NCHW where its bit in `copied` is set (1 left,
 *   2 right, 4 sum, 8 output). The sum has no buffer of its own in blocks. With HAS_FACTORS the
 *   operands are leftFactor * left and rightFactor * right
 * Inputs: left and right [batch, ceil(channels / 8), inner, 8], inner = height * width
 * Output: output, likewise; copies [batch, channels, inner], untouched where their bits are not
 *   set; stats as in channel_stats_c8.cpu.cl
 * NDRange: axis 1 channel block from rowBegin, one work-item per block, axes 0 and 2 unused
 * Tunables: none
 * Requires: maps in blocks of 8 channels, stored in float; `output` and wanted copies overlap no
 *   other buffer
 * Falls back to: elementwise/binary_c8.cpu.cl that stores the sum too, then
 *   tap/channel_stats_c8.cpu.cl on each value
 * Cost: 9 flops per element and value that is looked at; 12 bytes per element, 4 more for each copy
 * Source: Chan, Golub, LeVeque, "Algorithms for Computing the Sample Variance: Analysis and
 *   Recommendations", 1983: shifted data, and the pairwise merge
 */
#include "common/vector8.clh"
#include "common/activation.clh"
#include "common/combine.clh"
#include "layout/tile8.clh"
#include "tap/moments8.clh"

// What is looked at, in the order of the arguments.
#define LEFT 0
#define RIGHT 1
#define SUM 2
#define OUTPUT 3
#define VALUES 4

#define SUM_AT(pixel)                                   \
  COMBINE(SCALE(leftFactor, LOAD_VALUE(lefts, pixel)), \
          SCALE(rightFactor, LOAD_VALUE(rights, pixel)))

// Before the output is stored.
#define OUTPUT_AT(pixel) ACTIVATE(LOAD_VALUE(results, pixel), activationAlpha, activationBeta)

// Looks at a chunk of a value, as far as that is wanted.
#define LOOK(value, sums, pixels, copy)                                     \
  do {                                                                      \
    if (firstChannels[value] >= 0) {                                        \
      merge(&all[value], momentsOf(sums, pixels, count));                   \
    }                                                                       \
    if (copied & (1 << (value))) {                                          \
      unblockPixels(pixels, count, (copy) + copyOffset, inner, laneCount);  \
    }                                                                       \
  } while (0)

__kernel void sum_stats_c8(__global const STORAGE *restrict left,
                           __global const STORAGE *restrict right,
                           __global STORAGE *restrict output,
                           __global float *stats,
                           __global float *leftCopy, __global float *rightCopy,
                           __global float *sumCopy, __global float *outputCopy,
                           const float activationAlpha, const float activationBeta,
                           FACTOR_PARAMETERS
                           const int batch, const int channels, const int inner,
                           const int leftFirst, const int rightFirst,
                           const int sumFirst, const int outputFirst,
                           const int copied,
                           const int rowBegin, const int rowEnd) {
  const int block = rowBegin + (int)get_global_id(1);
  if (get_global_id(0) > 0 || block >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  const int blocks = (channels + 7) / 8;
  const int laneCount = min(8, channels - block * 8);
  const int firstChannels[VALUES] = {leftFirst, rightFirst, sumFirst, outputFirst};

  Moments8 all[VALUES];
  for (int value = 0; value < VALUES; value++) {
    all[value] = noNumbers();
  }
  for (int image = 0; image < batch; image++) {
    const int map = (image * blocks + block) * inner;
    for (int begin = 0; begin < inner; begin += CHUNK_PIXELS) {
      const int count = min(CHUNK_PIXELS, inner - begin);
      const int offset = (map + begin) * 8;
      const int copyOffset = (image * channels + block * 8) * inner + begin;
      __global const STORAGE *lefts = left + offset;
      __global const STORAGE *rights = right + offset;
      LOOK(LEFT, sumsOf(lefts, count), lefts, leftCopy);
      LOOK(RIGHT, sumsOf(rights, count), rights, rightCopy);

      // The sum lies where the output will, until that replaces it.
      __global STORAGE *results = output + offset;
      Sums8 ofSum = sumsFrom(ORIGIN(SUM_AT, count));
      for (int pixel = 0; pixel < count; pixel++) {
        const float8 sum = SUM_AT(pixel);
        STORE_VALUE(sum, results, pixel);
        take(&ofSum, sum);
      }
      LOOK(SUM, ofSum, results, sumCopy);

      Sums8 ofOutput = sumsFrom(ORIGIN(OUTPUT_AT, count));
      for (int pixel = 0; pixel < count; pixel++) {
        const float8 result = OUTPUT_AT(pixel);
        STORE_VALUE(result, results, pixel);
        take(&ofOutput, result);
      }
      LOOK(OUTPUT, ofOutput, results, outputCopy);
    }
  }
  for (int value = 0; value < VALUES; value++) {
    if (firstChannels[value] >= 0) {
      storeStats(all[value], laneCount, channels, batch * inner,
                 stats + firstChannels[value] * 6 + block * 8);
    }
  }
}
