/*
 * Name: pool_rows
 * Computes: output[m,y,x] = max over i,j of input[m, y*STRIDE_H-padTop+i, x*STRIDE_W-padLeft+j], taps
 *   outside of the input left out, NaN if a tap is NaN; with AVERAGE their sum / count instead, where
 *   count is the number of taps on the input, or with countIncludePad on the input and its padding.
 *   If no tap is left -infinity, with AVERAGE 0
 * Inputs: input [maps, inHeight, inWidth], where maps = batch * channels
 * Output: [maps, outHeight, outWidth]
 * NDRange: axes 0 and 1 together count pixels of the rows from rowBegin, which go on from one row to
 *   the next; axis 2 map; one work-item per output element
 * Tunables: none
 * Requires: no dilation; KERNEL_H, KERNEL_W, STRIDE_H and STRIDE_W as macros, so that all loads of a
 *   window are under way at once
 * Falls back to: pool/max_pool.ref.cl and pool/average_pool.ref.cl
 * Cost: KERNEL_H * KERNEL_W flops per output element; 4 bytes for each element of input and output
 *   if caches hold what neighbours read
 * Source: ONNX operators MaxPool, and AveragePool, version 19
 */
#include "common/run.clh"
#include "common/unroll.clh"
#include "pool/pooling.clh"

__kernel void pool_rows(__global const STORAGE *restrict input,
                        __global STORAGE *restrict output,
                        const int maps,
                        const int inHeight, const int inWidth,
                        const int outHeight, const int outWidth,
                        const int padTop, const int padLeft,
                        const int padBottom, const int padRight,
                        const int countIncludePad,
                        const int rowBegin, const int rowEnd) {
  const int pixel = rowBegin * outWidth + runItem();
  const int map = get_global_id(2);
  if (pixel >= rowEnd * outWidth || map >= maps) {
    return;
  }
  const int top = pixel / outWidth * STRIDE_H - padTop;
  const int left = pixel % outWidth * STRIDE_W - padLeft;

  float joined = EMPTY;
  UNROLL for (int y = 0; y < KERNEL_H; y++) {
    const bool isRow = (uint)(top + y) < (uint)inHeight;
    const int row = (map * inHeight + top + y) * inWidth + left;
    UNROLL for (int x = 0; x < KERNEL_W; x++) {
      const bool isInside = isRow && (uint)(left + x) < (uint)inWidth;
      const float number = isInside ? LOAD(input, row + x) : EMPTY;
      joined = JOIN(joined, number);
    }
  }

#ifdef AVERAGE
  const int count = countTaps(top, 1, inHeight, padBottom, KERNEL_H, countIncludePad) *
      countTaps(left, 1, inWidth, padRight, KERNEL_W, countIncludePad);
  joined = count > 0 ? joined / count : 0.0f;
#endif
  STORE(joined, output, map * outHeight * outWidth + pixel);
}
