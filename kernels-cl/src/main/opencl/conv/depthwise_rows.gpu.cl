/*
 * Name: depthwise_rows
 * Computes: output[n,o,y,x] = EPILOGUE(sum over i,j of weight[o,i,j] *
 *   input[n, o/multiplier, y*STRIDE_H-padTop+i, x*STRIDE_W-padLeft+j]), zero outside of the input
 * Inputs: input [batch, inChannels, inHeight, inWidth];
 *   weight [inChannels * multiplier, 1, KERNEL_H, KERNEL_W];
 *   the epilogue's bias [inChannels * multiplier] and residual (the output's shape)
 * Output: [batch, inChannels * multiplier, outHeight, outWidth]; the epilogue's stores likewise
 * NDRange: axis 0 columns of the output / STRIP, axis 1 row of the output from rowBegin, axis 2
 *   batch and output channel; one work-item per STRIP outputs, which lie below each other
 * Tunables: STRIP (4), outputs of a work-item; GROUP_X (4), GROUP_Y (16, a multiple of STRIP) and
 *   GROUP_Z (1), the work-group
 * Requires: as many groups as input channels, no dilation; KERNEL_H, KERNEL_W, STRIDE_H and
 *   STRIDE_W as macros, a kernel whose taps fit the registers; work-groups of GROUP_X * GROUP_Y *
 *   GROUP_Z work-items
 * Falls back to: conv/depthwise.ref.cl
 * Cost: 2 * batch * outChannels * outHeight * outWidth * KERNEL_H * KERNEL_W flops; 4 bytes for
 *   each element of weight and output, and for each of input ((STRIP - 1) * STRIDE_H + KERNEL_H) /
 *   (STRIP * STRIDE_H) times if caches hold what neighbours read
 * Source: Zhang, Lo, Lu, "High Performance Depthwise and Pointwise Convolutions on Mobile Devices",
 *   2020, section 3.2
 *
 *   A work-group's tile: GROUP_X * STRIP columns of GROUP_Y rows. The work-items are dealt to its
 *   strips so that neighbours read and write neighbours:
 *
 *             x ->  0   1   2  ..  GROUP_X*STRIP-1
 *   strip 0         |   |   |      |                 each | is one work-item: STRIP outputs, over
 *   strip 1         |   |   |      |                 which a window of KERNEL_H rows slides
 *   ..                                               GROUP_Y / STRIP strips
 */
#include "common/epilogue.clh"

#ifndef STRIP
#define STRIP 4
#endif
#ifndef GROUP_X
#define GROUP_X 4
#endif
#ifndef GROUP_Y
#define GROUP_Y 16
#endif
#ifndef GROUP_Z
#define GROUP_Z 1
#endif

#define UNROLL _Pragma("unroll")
#define TILE_COLUMNS (GROUP_X * STRIP)
// Input rows that a strip sees.
#define WINDOW ((STRIP - 1) * STRIDE_H + KERNEL_H)

__attribute__((reqd_work_group_size(GROUP_X, GROUP_Y, GROUP_Z)))
__kernel void depthwise_rows(__global const STORAGE *restrict input,
                             __global const STORAGE *restrict weight,
                             __global STORAGE *restrict output,
                             EPILOGUE_PARAMETERS,
                             const int batch,
                             const int inChannels, const int inHeight, const int inWidth,
                             const int multiplier, const int outHeight, const int outWidth,
                             const int padTop, const int padLeft,
                             const int rowBegin, const int rowEnd) {
  const int item = (int)get_local_id(1) * GROUP_X + (int)get_local_id(0);
  const int outX = (int)get_group_id(0) * TILE_COLUMNS + item % TILE_COLUMNS;
  const int firstRow =
      rowBegin + (int)get_group_id(1) * GROUP_Y + item / TILE_COLUMNS * STRIP;
  const int map = get_global_id(2);
  const int outChannels = inChannels * multiplier;
  if (outX >= outWidth || firstRow >= rowEnd || map >= batch * outChannels) {
    return;
  }
  const int outChannel = map % outChannels;

  float taps[KERNEL_H * KERNEL_W];
  UNROLL for (int i = 0; i < KERNEL_H * KERNEL_W; i++) {
    taps[i] = LOAD(weight, outChannel * KERNEL_H * KERNEL_W + i);
  }
  float sums[STRIP];
  UNROLL for (int i = 0; i < STRIP; i++) {
    sums[i] = 0.0f;
  }

  const int top = firstRow * STRIDE_H - padTop;
  const int left = outX * STRIDE_W - padLeft;
  const int firstInMap = map / multiplier * inHeight * inWidth;
  UNROLL for (int y = 0; y < WINDOW; y++) {
    const bool isRow = top + y >= 0 && top + y < inHeight;
    const int inRow = firstInMap + (top + y) * inWidth + left;
    float line[KERNEL_W];
    UNROLL for (int x = 0; x < KERNEL_W; x++) {
      const bool isInside = isRow && left + x >= 0 && left + x < inWidth;
      line[x] = isInside ? LOAD(input, inRow + x) : 0.0f;
    }
    // A line is row y - i * STRIDE_H of the window of output i: known when this is unrolled.
    UNROLL for (int i = 0; i < STRIP; i++) {
      const int tapY = y - i * STRIDE_H;
      if (tapY >= 0 && tapY < KERNEL_H) {
        UNROLL for (int x = 0; x < KERNEL_W; x++) {
          sums[i] = fma(line[x], taps[tapY * KERNEL_W + x], sums[i]);
        }
      }
    }
  }

  UNROLL for (int i = 0; i < STRIP; i++) {
    const int outY = firstRow + i;
    if (outY < rowEnd) {
      const int index = (map * outHeight + outY) * outWidth + outX;
      STORE(EPILOGUE(sums[i], outChannel, index), output, index);
    }
  }
}
