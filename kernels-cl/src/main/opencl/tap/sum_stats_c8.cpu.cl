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

// Where one chunk of a block lies in a copy in NCHW.
typedef struct {
  int first;
  int count;
  int plane;
  int laneCount;
} ChunkPlace;

void copyChunk(const float8 *chunk, ChunkPlace place, __global float *copy) {
  __global float *maps = copy + place.first;
  int pixel = 0;
  for (; pixel + TILE_PIXELS <= place.count; pixel += TILE_PIXELS) {
    float8 tile[TILE_PIXELS];
    UNROLL
    for (int i = 0; i < TILE_PIXELS; i++) {
      tile[i] = chunk[pixel + i];
    }
    unblockTile(tile, maps + pixel, place.plane, place.laneCount);
  }
  const float *numbers = (const float *)chunk;
  for (; pixel < place.count; pixel++) {
    for (int lane = 0; lane < place.laneCount; lane++) {
      maps[lane * place.plane + pixel] = numbers[pixel * 8 + lane];
    }
  }
}

void lookAt(const float8 *chunk, ChunkPlace place, int firstChannel, Moments8 *all,
            int isCopied, __global float *copy) {
  if (firstChannel >= 0) {
    merge(all, momentsOf(chunk, place.count));
  }
  if (isCopied) {
    copyChunk(chunk, place, copy);
  }
}

void storeLooked(Moments8 all, int block, int channels, int elements, int firstChannel,
                 __global float *stats) {
  if (firstChannel >= 0) {
    storeStats(all, min(8, channels - block * 8), channels, elements,
               stats + firstChannel * 6 + block * 8);
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
  const bool looksAtLeft = leftFirst >= 0 || (copied & 1);
  const bool looksAtRight = rightFirst >= 0 || (copied & 2);

  float8 chunk[CHUNK_PIXELS];
  Moments8 leftAll = noNumbers();
  Moments8 rightAll = noNumbers();
  Moments8 sumAll = noNumbers();
  Moments8 outputAll = noNumbers();
  for (int image = 0; image < batch; image++) {
    const int map = (image * blocks + block) * inner;
    for (int begin = 0; begin < inner; begin += CHUNK_PIXELS) {
      const int count = min(CHUNK_PIXELS, inner - begin);
      const int offset = (map + begin) * 8;
      const ChunkPlace place = {(image * channels + block * 8) * inner + begin, count, inner,
                                min(8, channels - block * 8)};
      if (looksAtLeft) {
        loadChunk(chunk, left + offset, count);
        lookAt(chunk, place, leftFirst, &leftAll, copied & 1, leftCopy);
      }
      if (looksAtRight) {
        loadChunk(chunk, right + offset, count);
        lookAt(chunk, place, rightFirst, &rightAll, copied & 2, rightCopy);
      }
      for (int pixel = 0; pixel < count; pixel++) {
        const float8 a = LOAD_VALUE(left + offset, pixel);
        const float8 b = LOAD_VALUE(right + offset, pixel);
        chunk[pixel] = COMBINE(SCALE(leftFactor, a), SCALE(rightFactor, b));
      }
      lookAt(chunk, place, sumFirst, &sumAll, copied & 4, sumCopy);
      for (int pixel = 0; pixel < count; pixel++) {
        chunk[pixel] = ACTIVATE(chunk[pixel], activationAlpha, activationBeta);
        STORE_VALUE(chunk[pixel], output + offset, pixel);
      }
      lookAt(chunk, place, outputFirst, &outputAll, copied & 8, outputCopy);
    }
  }
  const int elements = batch * inner;
  storeLooked(leftAll, block, channels, elements, leftFirst, stats);
  storeLooked(rightAll, block, channels, elements, rightFirst, stats);
  storeLooked(sumAll, block, channels, elements, sumFirst, stats);
  storeLooked(outputAll, block, channels, elements, outputFirst, stats);
}
