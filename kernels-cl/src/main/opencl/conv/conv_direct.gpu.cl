/*
 * Name: conv_direct
 * Computes: output[n,o,y,x] = EPILOGUE(sum over c,i,j of weight[o,c,i,j] *
 *   input[n, group(o)*groupChannels+c, y*STRIDE_H-padTop+i, x*STRIDE_W-padLeft+j]), zero outside of
 *   the input
 * Inputs: input [batch, groups * groupChannels, inHeight, inWidth];
 *   weight [groups * groupOutputs, groupChannels, KERNEL_H, KERNEL_W];
 *   the epilogue's bias [groups * groupOutputs] and residual (the output's shape)
 * Output: [batch, groups * groupOutputs, outHeight, outWidth]; the epilogue's stores likewise
 * NDRange: a work-group per tile of 16 by 16 outputs; axis 0 columns of the output / 4, axis 1 row of
 *   the output from rowBegin, axis 2 batch, group and block of ITEM_CHANNELS output channels
 * Tunables: ITEM_CHANNELS (8), output channels of a work-item, which has 4 pixels of a row
 * Requires: no dilation; KERNEL_H, KERNEL_W, STRIDE_H and STRIDE_W as macros; work-groups of 64
 *   work-items, and local memory for the input of a tile: 6 KiB for 7x7 with stride 2
 * Falls back to: conv/conv2d.ref.cl
 * Cost: 2 * batch * outChannels * outHeight * outWidth * groupChannels * KERNEL_H * KERNEL_W flops;
 *   4 bytes for each element of weight per tile, for each element of the output, and for each of
 *   the input once per block of channels, edges of tiles twice
 * Source: direct convolution, as for the first layers in Lavin, "maxDNN: An Efficient Convolution
 *   Kernel for Deep Learning", 2015; for groups too thin to fill the tiles of a matrix product
 *
 *   one input channel at a time:     patch, in local memory
 *   +---------------------------+
 *   | 0 . . . | 1 . . . | 2 ..  |    a work-item's line: what its 4 outputs see of a row; it is read
 *   | 4 . . . | 5 . . . | 6 ..  |    to registers once and used for KERNEL_W taps of ITEM_CHANNELS
 *   | ..                        |    outputs
 *   +---------------------------+
 */
#include "common/epilogue.clh"
#include "common/unroll.clh"

#ifndef ITEM_CHANNELS
#define ITEM_CHANNELS 8
#endif

#define ITEM_PIXELS 4
#define GROUP_X 4
#define GROUP_Y 16
#define ITEMS (GROUP_X * GROUP_Y)
#define TAPS (KERNEL_H * KERNEL_W)
#define PATCH_HEIGHT ((GROUP_Y - 1) * STRIDE_H + KERNEL_H)
#define PATCH_WIDTH ((GROUP_X * ITEM_PIXELS - 1) * STRIDE_W + KERNEL_W)
#define LINE ((ITEM_PIXELS - 1) * STRIDE_W + KERNEL_W)

__kernel __attribute__((reqd_work_group_size(GROUP_X, GROUP_Y, 1))) void conv_direct(
    __global const STORAGE *restrict input,
    __global const STORAGE *restrict weight,
    __global STORAGE *restrict output,
    EPILOGUE_PARAMETERS,
    const int groups, const int groupChannels,
    const int inHeight, const int inWidth,
    const int groupOutputs, const int outHeight, const int outWidth,
    const int padTop, const int padLeft,
    const int rowBegin, const int rowEnd) {
  __local float patch[PATCH_HEIGHT * PATCH_WIDTH];
  __local float taps[TAPS * ITEM_CHANNELS];

  const int channelBlocks = (groupOutputs + ITEM_CHANNELS - 1) / ITEM_CHANNELS;
  const int firstOutput = (int)get_group_id(2) % channelBlocks * ITEM_CHANNELS;
  const int sampleGroup = (int)get_group_id(2) / channelBlocks;
  const int group = sampleGroup % groups;
  const int tileRow = rowBegin + (int)get_group_id(1) * GROUP_Y;
  const int tileColumn = (int)get_group_id(0) * GROUP_X * ITEM_PIXELS;
  const int top = tileRow * STRIDE_H - padTop;
  const int left = tileColumn * STRIDE_W - padLeft;
  const int item = get_local_id(1) * GROUP_X + get_local_id(0);
  const int firstLine = (int)get_local_id(1) * STRIDE_H * PATCH_WIDTH +
                        (int)get_local_id(0) * ITEM_PIXELS * STRIDE_W;

  float sums[ITEM_CHANNELS][ITEM_PIXELS];
  UNROLL for (int o = 0; o < ITEM_CHANNELS; o++) {
    UNROLL for (int i = 0; i < ITEM_PIXELS; i++) {
      sums[o][i] = 0.0f;
    }
  }
  // Every work-item reaches every barrier: a tile without rows has no channels.
  const int channels = tileRow < rowEnd ? groupChannels : 0;
  for (int channel = 0; channel < channels; channel++) {
    const int inMap = (sampleGroup * groupChannels + channel) * inHeight;
    for (int i = item; i < PATCH_HEIGHT * PATCH_WIDTH; i += ITEMS) {
      const int inY = top + i / PATCH_WIDTH;
      const int inX = left + i % PATCH_WIDTH;
      const bool isInside = (uint)inY < (uint)inHeight && (uint)inX < (uint)inWidth;
      patch[i] = isInside ? LOAD(input, (inMap + inY) * inWidth + inX) : 0.0f;
    }
    // Channels behind the group's last compute that one again, and are not stored.
    for (int i = item; i < TAPS * ITEM_CHANNELS; i += ITEMS) {
      const int out = group * groupOutputs + min(firstOutput + i % ITEM_CHANNELS, groupOutputs - 1);
      taps[i] = LOAD(weight, (out * groupChannels + channel) * TAPS + i / ITEM_CHANNELS);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int y = 0; y < KERNEL_H; y++) {
      float line[LINE];
      UNROLL for (int x = 0; x < LINE; x++) {
        line[x] = patch[firstLine + y * PATCH_WIDTH + x];
      }
      UNROLL for (int x = 0; x < KERNEL_W; x++) {
        UNROLL for (int o = 0; o < ITEM_CHANNELS; o++) {
          const float factor = taps[(y * KERNEL_W + x) * ITEM_CHANNELS + o];
          UNROLL for (int i = 0; i < ITEM_PIXELS; i++) {
            sums[o][i] = fma(factor, line[i * STRIDE_W + x], sums[o][i]);
          }
        }
      }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }

  const int outY = tileRow + (int)get_local_id(1);
  const int firstX = tileColumn + (int)get_local_id(0) * ITEM_PIXELS;
  UNROLL for (int o = 0; o < ITEM_CHANNELS; o++) {
    UNROLL for (int i = 0; i < ITEM_PIXELS; i++) {
      if (firstOutput + o < groupOutputs && outY < rowEnd && firstX + i < outWidth) {
        const int map = sampleGroup * groupOutputs + firstOutput + o;
        const int index = (map * outHeight + outY) * outWidth + firstX + i;
        STORE(EPILOGUE(sums[o][i], group * groupOutputs + firstOutput + o, index), output, index);
      }
    }
  }
}
