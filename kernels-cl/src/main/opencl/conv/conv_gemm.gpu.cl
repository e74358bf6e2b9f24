/*
 * Name: conv_gemm
 * Computes: output[n,o,y,x] = EPILOGUE(sum over c,i,j of weight[o,c,i,j] * input[n,
 *   group(o)*groupChannels+c, y*strideH-padTop+i*dilationH, x*strideW-padLeft+j*dilationW]), zero
 *   outside of the input, as a product of matrices: columns of the unfolded input are made while
 *   they are read, and its depth runs over c,i,j in one of two orders
 * Inputs: input [batch, groups * groupChannels, inHeight, inWidth];
 *   weight [groups, KERNEL_H * KERNEL_W / INNER_TAPS, groupChannels * INNER_TAPS, groupOutputs], the
 *   last two filled up with zeros to multiples of TILE_DEPTH and of TILE_CHANNELS;
 *   the epilogue's bias [groups * groupOutputs] and residual (the output's shape)
 * Output: [batch, groups * groupOutputs, outHeight, outWidth]; the epilogue's stores likewise
 * NDRange: a work-group per tile; axes 0 and 1 together count tiles of TILE_PIXELS pixels of the
 *   rows from rowBegin, which go on from one row to the next; axis 2 batch, group and tile of
 *   TILE_CHANNELS output channels. Axis 0 has as many work-groups as ITEM_ROWS rows have tiles,
 *   axis 1 a work-group for each ITEM_ROWS rows; work-groups behind the last pixel do nothing
 * Tunables: TILE_CHANNELS (64), TILE_PIXELS (64), equal and multiples of 8; a work-group has
 *   TILE_CHANNELS / 4 * TILE_PIXELS / 4 work-items and 2 KiB * (TILE_PIXELS / 32)^2 of local memory
 * Requires: KERNEL_H and KERNEL_W as macros, and INNER_TAPS: 1, so that a step has one tap and its
 *   addresses cost little, or all taps, so that few channels fill a step; the work-group size that
 *   the tile demands
 * Falls back to: the same with a tile of 32 by 32, which takes 64 work-items and 2 KiB; then
 *   conv/conv2d.ref.cl
 * Cost: 2 * batch * outChannels * outHeight * outWidth * groupChannels * KERNEL_H * KERNEL_W flops;
 *   4 bytes for each element of weight per tile of pixels, for each element of the unfolded input
 *   per tile of channels (caches hold what taps share), and for each element of the output
 * Source: Chetlur et al., "cuDNN: Efficient Primitives for Deep Learning", 2014, section 3; for the
 *   tiles Volkov and Demmel, "Benchmarking GPUs to Tune Dense Linear Algebra", 2008, section 4
 *
 *                        TILE_PIXELS                a step of TILE_DEPTH:
 *                      +---------------+            1. all work-items copy both tiles to local
 *   TILE_DEPTH         |   columns     |               memory: of `taps` a float4 each, of `columns`
 *                      +---------------+               four numbers of one pixel each
 *    +-------+         +---+-----------+            2. each adds to its 4x4 sums in registers,
 *    |       |         |4x4|           |               reading a float4 of each tile per depth
 *    | taps  |         +---+           |
 *    |       |         |      sums     | TILE_CHANNELS
 *    +-------+         +---------------+
 */
#include "common/epilogue.clh"

#ifndef TILE_CHANNELS
#define TILE_CHANNELS 64
#endif
#ifndef TILE_PIXELS
#define TILE_PIXELS 64
#endif

#define ITEM_COLUMNS (TILE_PIXELS / 4)
#define ITEM_ROWS (TILE_CHANNELS / 4)
#define ITEMS (ITEM_COLUMNS * ITEM_ROWS)

// So deep that each work-item copies one float4 of the weights.
#define TILE_DEPTH (TILE_PIXELS / 4)

// Depths that all work-items together copy at a time.
#define COPIED_DEPTHS (ITEMS / TILE_PIXELS)

#define OUTER_TAPS (KERNEL_H * KERNEL_W / INNER_TAPS)

#define STORE_PIXEL(sum, o, i)                                      \
  if (pixel + i < pixelEnd) {                                       \
    const int index = (firstMap + o) * outHeight * outWidth + pixel + i; \
    STORE(EPILOGUE(sum.s##i, firstChannel + o, index), output, index);    \
  }

#define STORE_CHANNEL(sum, o)         \
  if (groupOutput + o < groupOutputs) { \
    STORE_PIXEL(sum, o, 0)            \
    STORE_PIXEL(sum, o, 1)            \
    STORE_PIXEL(sum, o, 2)            \
    STORE_PIXEL(sum, o, 3)            \
  }

__kernel __attribute__((reqd_work_group_size(ITEM_COLUMNS, ITEM_ROWS, 1))) void conv_gemm(
    __global const STORAGE *restrict input,
    __global const STORAGE *restrict weight,
    __global STORAGE *restrict output,
    EPILOGUE_PARAMETERS,
    const int groups, const int groupChannels,
    const int inHeight, const int inWidth,
    const int groupOutputs, const int outHeight, const int outWidth,
    const int strideH, const int strideW,
    const int padTop, const int padLeft,
    const int dilationH, const int dilationW,
    const int rowBegin, const int rowEnd) {
  __local float4 taps[TILE_DEPTH * ITEM_ROWS];
  __local float columns[TILE_DEPTH * TILE_PIXELS] __attribute__((aligned(16)));

  const int channelTiles = (groupOutputs + TILE_CHANNELS - 1) / TILE_CHANNELS;
  const int channelTile = (int)get_group_id(2) % channelTiles;
  const int sampleGroup = (int)get_group_id(2) / channelTiles;
  const int group = sampleGroup % groups;
  const int pixelTile = get_group_id(1) * get_num_groups(0) + get_group_id(0);
  const int firstPixel = rowBegin * outWidth + pixelTile * TILE_PIXELS;
  const int pixelEnd = rowEnd * outWidth;

  // Every work-item reaches every barrier: a tile without pixels has no depth.
  const int tapDepth = groupChannels * INNER_TAPS;
  const int depth = firstPixel < pixelEnd ? tapDepth : 0;
  const int paddedDepth = (tapDepth + TILE_DEPTH - 1) / TILE_DEPTH * TILE_DEPTH;

  // What this work-item copies: one float4 of the taps, and every so many depths of one pixel. A
  // tile may reach beyond the last pixel: that one is read again then, and not stored.
  const int item = get_local_id(1) * ITEM_COLUMNS + get_local_id(0);
  const int copiedPixel = item % TILE_PIXELS;
  const int copiedDepth = item / TILE_PIXELS;
  const int seenPixel = min(firstPixel + copiedPixel, pixelEnd - 1);
  const int top = seenPixel / outWidth * strideH - padTop;
  const int left = seenPixel % outWidth * strideW - padLeft;
  const int inPlane = inHeight * inWidth;
  const int firstInMap = sampleGroup * groupChannels;
  const int tapPitch = channelTiles * ITEM_ROWS;
  int tap = (group * OUTER_TAPS * paddedDepth + item / ITEM_ROWS) * tapPitch +
            channelTile * ITEM_ROWS + item % ITEM_ROWS;

  float4 sum0 = (float4)(0.0f);
  float4 sum1 = (float4)(0.0f);
  float4 sum2 = (float4)(0.0f);
  float4 sum3 = (float4)(0.0f);
  for (int outerTap = 0; outerTap < OUTER_TAPS; outerTap++) {
    const int outerY = top + outerTap / KERNEL_W * dilationH;
    const int outerX = left + outerTap % KERNEL_W * dilationW;
    for (int begin = 0; begin < depth; begin += TILE_DEPTH) {
      taps[item] = LOAD4(weight, tap);
      tap += TILE_DEPTH * tapPitch;
#pragma unroll
      for (int k = 0; k < TILE_DEPTH; k += COPIED_DEPTHS) {
        const int channel = (begin + copiedDepth + k) / INNER_TAPS;
        const int innerTap = (begin + copiedDepth + k) % INNER_TAPS;
        const int inY = outerY + innerTap / KERNEL_W * dilationH;
        const int inX = outerX + innerTap % KERNEL_W * dilationW;
        const bool isInside = channel < groupChannels && (uint)inY < (uint)inHeight &&
                              (uint)inX < (uint)inWidth;
        columns[(copiedDepth + k) * TILE_PIXELS + copiedPixel] =
            isInside ? LOAD(input, (firstInMap + channel) * inPlane + inY * inWidth + inX) : 0.0f;
      }
      barrier(CLK_LOCAL_MEM_FENCE);
#pragma unroll
      for (int k = 0; k < TILE_DEPTH; k++) {
        const float4 factors = taps[k * ITEM_ROWS + get_local_id(1)];
        const float4 numbers =
            ((__local const float4 *)columns)[k * ITEM_COLUMNS + get_local_id(0)];
        sum0 = fma((float4)(factors.s0), numbers, sum0);
        sum1 = fma((float4)(factors.s1), numbers, sum1);
        sum2 = fma((float4)(factors.s2), numbers, sum2);
        sum3 = fma((float4)(factors.s3), numbers, sum3);
      }
      barrier(CLK_LOCAL_MEM_FENCE);
    }
  }

  const int pixel = firstPixel + get_local_id(0) * 4;
  const int groupOutput = channelTile * TILE_CHANNELS + get_local_id(1) * 4;
  const int firstChannel = group * groupOutputs + groupOutput;
  const int firstMap = sampleGroup * groupOutputs + groupOutput;
  STORE_CHANNEL(sum0, 0)
  STORE_CHANNEL(sum1, 1)
  STORE_CHANNEL(sum2, 2)
  STORE_CHANNEL(sum3, 3)
}
