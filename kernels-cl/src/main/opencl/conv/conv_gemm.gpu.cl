/*
 * Name: conv_gemm
 * Computes: output[n,o,y,x] = EPILOGUE(sum over c,i,j of weight[o,c,i,j] * input[n,
 *   group(o)*groupChannels+c, y*strideH-padTop+i*dilationH, x*strideW-padLeft+j*dilationW]), zero
 *   outside of the input, as a product of matrices: columns of the unfolded input are made while
 *   they are read, and its depth runs over c,i,j in one of two orders. With SPLIT_DEPTH each of
 *   `splits` parts of the depth gives an output of its own, which conv/split_sum.gpu.cl adds up
 * Inputs: input [batch, groups * groupChannels, inHeight, inWidth];
 *   weight [groups, KERNEL_H * KERNEL_W / INNER_TAPS, groupChannels * INNER_TAPS, groupOutputs], the
 *   last two filled up with zeros to multiples of TILE_DEPTH and of TILE_CHANNELS;
 *   the epilogue's bias [groups * groupOutputs] and residual (the output's shape)
 * Output: [batch, groups * groupOutputs, outHeight, outWidth]; the epilogue's stores likewise; with
 *   SPLIT_DEPTH float [splits, batch, groups * groupOutputs, outHeight, outWidth]
 * NDRange: a work-group per tile; axes 0 and 1 together count tiles of TILE_PIXELS pixels of the
 *   rows from rowBegin, which go on from one row to the next; axis 2 split, batch, group and tile of
 *   TILE_CHANNELS output channels. Axis 0 has as many work-groups as ITEM_ROWS rows have tiles,
 *   axis 1 a work-group for each ITEM_ROWS rows; work-groups behind the last pixel do nothing
 * Tunables: TILE_CHANNELS (64) and TILE_PIXELS (64); ITEM_CHANNELS (4 or 8), output channels of a
 *   work-item, which has 4 pixels. A work-group has TILE_CHANNELS / ITEM_CHANNELS * TILE_PIXELS / 4
 *   work-items: 256 for tiles of 64 by 64 (with 8 KiB of local memory) and, with 8 channels an item,
 *   for 128 by 64 (6 KiB)
 * Requires: KERNEL_H and KERNEL_W as macros, and INNER_TAPS: 1, so that a step has one tap and its
 *   addresses cost little, or all taps, so that few channels fill a step; with POINTWISE a kernel of
 *   1x1, stride 1 and no padding; splits is 1 without SPLIT_DEPTH; the work-group size that the tile
 *   demands
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
 *                      +---------------+               some numbers of one pixel each
 *    +-------+         +---+-----------+            2. each adds to its 4x4 sums in registers,
 *    |       |         |4x4|           |               reading a float4 of each tile per depth. With
 *    | taps  |         +---+           |               8 channels a work-item has two such squares,
 *    |       |         |      sums     | TILE_CHANNELS half a tile apart, so that neighbours always
 *    +-------+         +---------------+               read neighbours
 */
#include "common/epilogue.clh"
#include "common/unroll.clh"

#ifndef TILE_CHANNELS
#define TILE_CHANNELS 64
#endif
#ifndef TILE_PIXELS
#define TILE_PIXELS 64
#endif
#ifndef ITEM_CHANNELS
#define ITEM_CHANNELS 4
#endif

#define ITEM_COLUMNS (TILE_PIXELS / 4)
#define ITEM_ROWS (TILE_CHANNELS / ITEM_CHANNELS)
#define ITEMS (ITEM_COLUMNS * ITEM_ROWS)

// So deep that each work-item copies one float4 of the weights.
#define TAP_VECTORS (TILE_CHANNELS / 4)
#define TILE_DEPTH (ITEMS / TAP_VECTORS)

// Depths that all work-items together copy at a time.
#define COPIED_DEPTHS (ITEMS / TILE_PIXELS)

#define OUTER_TAPS (KERNEL_H * KERNEL_W / INNER_TAPS)

// Parts of a sum are never rounded to the storage of activations.
#ifdef SPLIT_DEPTH
#define RESULT float
#define STORE_RESULT(sum, channel, index) (output[index] = (sum))
#else
#define RESULT STORAGE
#define STORE_RESULT(sum, channel, index) STORE(EPILOGUE(sum, channel, index), output, index)
#endif

__kernel __attribute__((reqd_work_group_size(ITEM_COLUMNS, ITEM_ROWS, 1))) void conv_gemm(
    __global const STORAGE *restrict input,
    __global const STORAGE *restrict weight,
    __global RESULT *restrict output,
    EPILOGUE_PARAMETERS,
    const int batch, const int splits,
    const int groups, const int groupChannels,
    const int inHeight, const int inWidth,
    const int groupOutputs, const int outHeight, const int outWidth,
    const int strideH, const int strideW,
    const int padTop, const int padLeft,
    const int dilationH, const int dilationW,
    const int rowBegin, const int rowEnd) {
  __local float4 taps[TILE_DEPTH * TAP_VECTORS];
  __local float columns[TILE_DEPTH * TILE_PIXELS] __attribute__((aligned(16)));

  const int channelTiles = (groupOutputs + TILE_CHANNELS - 1) / TILE_CHANNELS;
  const int channelTile = (int)get_group_id(2) % channelTiles;
  const int split = (int)get_group_id(2) / channelTiles / (batch * groups);
  const int sampleGroup = (int)get_group_id(2) / channelTiles % (batch * groups);
  const int group = sampleGroup % groups;
  const int pixelTile = get_group_id(1) * get_num_groups(0) + get_group_id(0);
  const int firstPixel = rowBegin * outWidth + pixelTile * TILE_PIXELS;
  const int pixelEnd = rowEnd * outWidth;

  // Every work-item reaches every barrier: a tile without pixels has no steps.
  const int tapSteps = (groupChannels * INNER_TAPS + TILE_DEPTH - 1) / TILE_DEPTH;
  const int steps = firstPixel < pixelEnd ? OUTER_TAPS * tapSteps : 0;
  const int firstStep = steps * split / splits;
  const int endStep = steps * (split + 1) / splits;

  // What this work-item copies: one float4 of the taps, and every so many depths of one pixel. A
  // tile may reach beyond the last pixel: that one is read again then, and not stored.
  const int item = get_local_id(1) * ITEM_COLUMNS + get_local_id(0);
  const int copiedPixel = item % TILE_PIXELS;
  const int copiedDepth = item / TILE_PIXELS;
  const int seenPixel = min(firstPixel + copiedPixel, pixelEnd - 1);
  const int inPlane = inHeight * inWidth;
  const int firstInMap = sampleGroup * groupChannels;
#ifndef POINTWISE
  const int top = seenPixel / outWidth * strideH - padTop;
  const int left = seenPixel % outWidth * strideW - padLeft;
#endif
  const int tapPitch = channelTiles * TAP_VECTORS;
  int tap = ((group * OUTER_TAPS * tapSteps + firstStep) * TILE_DEPTH + item / TAP_VECTORS) *
                tapPitch + channelTile * TAP_VECTORS + item % TAP_VECTORS;

  float4 sums[ITEM_CHANNELS];
  UNROLL for (int o = 0; o < ITEM_CHANNELS; o++) {
    sums[o] = (float4)(0.0f);
  }
  for (int outerTap = firstStep / max(tapSteps, 1); outerTap * tapSteps < endStep; outerTap++) {
#ifndef POINTWISE
    const int outerY = top + outerTap / KERNEL_W * dilationH;
    const int outerX = left + outerTap % KERNEL_W * dilationW;
#endif
    const int tapStep = max(firstStep - outerTap * tapSteps, 0);
    const int tapEnd = min(endStep - outerTap * tapSteps, tapSteps);
    for (int begin = tapStep * TILE_DEPTH; begin < tapEnd * TILE_DEPTH; begin += TILE_DEPTH) {
      taps[item] = LOAD4(weight, tap);
      tap += TILE_DEPTH * tapPitch;
      UNROLL for (int k = 0; k < TILE_DEPTH; k += COPIED_DEPTHS) {
        const int channel = (begin + copiedDepth + k) / INNER_TAPS;
#ifdef POINTWISE
        const bool isInside = channel < groupChannels;
        const int position = seenPixel;
#else
        const int innerTap = (begin + copiedDepth + k) % INNER_TAPS;
        const int inY = outerY + innerTap / KERNEL_W * dilationH;
        const int inX = outerX + innerTap % KERNEL_W * dilationW;
        const bool isInside = channel < groupChannels && (uint)inY < (uint)inHeight &&
                              (uint)inX < (uint)inWidth;
        const int position = inY * inWidth + inX;
#endif
        columns[(copiedDepth + k) * TILE_PIXELS + copiedPixel] =
            isInside ? LOAD(input, (firstInMap + channel) * inPlane + position) : 0.0f;
      }
      barrier(CLK_LOCAL_MEM_FENCE);
      UNROLL for (int k = 0; k < TILE_DEPTH; k++) {
        const float4 numbers =
            ((__local const float4 *)columns)[k * ITEM_COLUMNS + get_local_id(0)];
        float factors[ITEM_CHANNELS];
        UNROLL for (int s = 0; s < ITEM_CHANNELS / 4; s++) {
          vstore4(taps[k * TAP_VECTORS + s * ITEM_ROWS + get_local_id(1)], s, factors);
        }
        UNROLL for (int o = 0; o < ITEM_CHANNELS; o++) {
          sums[o] = fma((float4)(factors[o]), numbers, sums[o]);
        }
      }
      barrier(CLK_LOCAL_MEM_FENCE);
    }
  }

  const int firstMap = (split * batch * groups + sampleGroup) * groupOutputs;
  const int pixel = firstPixel + get_local_id(0) * 4;
  UNROLL for (int o = 0; o < ITEM_CHANNELS; o++) {
    const int groupOutput =
        channelTile * TILE_CHANNELS + (o / 4 * ITEM_ROWS + get_local_id(1)) * 4 + o % 4;
    float line[4];
    vstore4(sums[o], 0, line);
    UNROLL for (int i = 0; i < 4; i++) {
      if (groupOutput < groupOutputs && pixel + i < pixelEnd) {
        const int index = (firstMap + groupOutput) * outHeight * outWidth + pixel + i;
        STORE_RESULT(line[i], group * groupOutputs + groupOutput, index);
      }
    }
  }
}
