/*
 * Name: channel_stats_c8
 * Computes: the statistics of channel_stats.ref.cl in one launch: chunks of a map are summed up
 *   and merged as channel_stats_combine does; with COPY_NCHW also copy[n,c,y,x] =
 *   input[n,c/8,y,x,c%8]
 * Inputs: input [batch, ceil(channels / 8), inner, 8], inner = height * width
 * Output: copy [batch, channels, inner], only with COPY_NCHW; stats, which holds 6 numbers for each
 *   channel of several values, this one's [6 = min, max, mean, std, zeroShare, nanCount, channels]
 *   behind those of firstChannel channels; the first four NaN and zeroShare 0 where a channel holds
 *   nothing but NaN
 * NDRange: axis 1 channel block from rowBegin, one work-item per block, axes 0 and 2 unused
 * Tunables: none
 * Requires: maps in blocks of 8 channels
 * Falls back to: tap/channel_stats.ref.cl, behind layout/c8_to_nchw.cpu.cl
 * Cost: 8 flops per element; 4 bytes per element, 8 with COPY_NCHW
 * Source: Chan, Golub, LeVeque, "Algorithms for Computing the Sample Variance: Analysis and
 *   Recommendations", 1983: shifted data, and the pairwise merge
 */
#include "common/vector8.clh"
#include "layout/tile8.clh"
#include "tap/moments8.clh"

#ifdef COPY_NCHW
#define COPY_PARAMETER __global BITS *restrict copy,
#else
#define COPY_PARAMETER
#endif

__kernel void channel_stats_c8(__global const STORAGE *restrict input,
                               COPY_PARAMETER
                               __global float *restrict stats,
                               const int firstChannel,
                               const int batch, const int channels, const int inner,
                               const int rowBegin, const int rowEnd) {
  const int block = rowBegin + (int)get_global_id(1);
  if (get_global_id(0) > 0 || block >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  const int blocks = (channels + 7) / 8;
  const int laneCount = min(8, channels - block * 8);

  Moments8 all = noNumbers();
  for (int image = 0; image < batch; image++) {
    __global const STORAGE *map = input + (image * blocks + block) * inner * 8;
    for (int begin = 0; begin < inner; begin += CHUNK_PIXELS) {
      const int count = min(CHUNK_PIXELS, inner - begin);
      __global const STORAGE *chunk = map + begin * 8;
      merge(&all, momentsOf(sumsOf(chunk, count), chunk, count));
#ifdef COPY_NCHW
      unblockPixels((__global const BITS *)chunk, count,
                    copy + (image * channels + block * 8) * inner + begin, inner, laneCount);
#endif
    }
  }
  storeStats(all, laneCount, channels, batch * inner, stats + firstChannel * 6 + block * 8);
}
