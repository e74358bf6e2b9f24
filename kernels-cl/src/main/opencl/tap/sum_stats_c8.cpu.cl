/*
 * Name: sum_stats_c8
 * Computes: sum = left + right and output = ACTIVATE(sum), elementwise, and in the same pass what
 *   channel_stats_c8 computes of left, right, sum and output: of each its statistics where its
 *   first channel is not negative, and its copy in NCHW where its bit in `copied` is set (1 left,
 *   2 right, 4 sum, 8 output). The sum is never stored in blocks. With HAS_FACTORS the operands
 *   are leftFactor * left and rightFactor * right
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
 * Source: Chan, Golub, LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample
 *   Variances", 1979
 */
#include "common/vector8.clh"
#include "common/activation.clh"
#include "common/combine.clh"
#include "layout/tile8.clh"
#include "tap/moments8.clh"

// What the chunk holds, in this order: the sum is made in place of the right operand, and the
// output in place of the sum.
#define LEFT 0
#define RIGHT 1
#define SUM 2
#define OUTPUT 3
#define VALUES 4

// Copies `count` pixels of a chunk into the maps of its channels.
void copyChunk(const float8 *chunk, int count, __global float *maps, int plane, int laneCount) {
  int pixel = 0;
  for (; pixel + TILE_PIXELS <= count; pixel += TILE_PIXELS) {
    float8 tile[TILE_PIXELS];
    UNROLL
    for (int i = 0; i < TILE_PIXELS; i++) {
      tile[i] = chunk[pixel + i];
    }
    unblockTile(tile, maps + pixel, plane, laneCount);
  }
  const float *numbers = (const float *)chunk;
  for (; pixel < count; pixel++) {
    for (int lane = 0; lane < laneCount; lane++) {
      maps[lane * plane + pixel] = numbers[pixel * 8 + lane];
    }
  }
}

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
  __global float *copies[VALUES] = {leftCopy, rightCopy, sumCopy, outputCopy};

  float8 chunk[CHUNK_PIXELS];
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
      for (int value = 0; value < VALUES; value++) {
        switch (value) {
          case LEFT:
            loadChunk(chunk, left + offset, count);
            break;
          case RIGHT:
            loadChunk(chunk, right + offset, count);
            break;
          case SUM:
            for (int pixel = 0; pixel < count; pixel++) {
              const float8 a = LOAD_VALUE(left + offset, pixel);
              chunk[pixel] = COMBINE(SCALE(leftFactor, a), SCALE(rightFactor, chunk[pixel]));
            }
            break;
          case OUTPUT:
            for (int pixel = 0; pixel < count; pixel++) {
              chunk[pixel] = ACTIVATE(chunk[pixel], activationAlpha, activationBeta);
              STORE_VALUE(chunk[pixel], output + offset, pixel);
            }
            break;
        }
        if (firstChannels[value] >= 0) {
          merge(&all[value], momentsOf(chunk, count));
        }
        if (copied & (1 << value)) {
          copyChunk(chunk, count, copies[value] + copyOffset, inner, laneCount);
        }
      }
    }
  }
  for (int value = 0; value < VALUES; value++) {
    if (firstChannels[value] >= 0) {
      storeStats(all[value], laneCount, channels, batch * inner,
                 stats + firstChannels[value] * 6 + block * 8);
    }
  }
}
