/*
 * Name: average_pool
 * Computes: output[m,y,x] = (sum over i,j of
 *   input[m, y*strideH-padTop+i*dilationH, x*strideW-padLeft+j*dilationW]) / count, zero outside of
 *   the input; count is the number of taps on the input, or with countIncludePad on the input and
 *   its padding; 0 if count is 0
 * Inputs: input [maps, inHeight, inWidth], where maps = batch * channels
 * Output: [maps, outHeight, outWidth]
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 map; one
 *   work-item per output element
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: kernelH * kernelW + 1 flops per output element; 4 bytes for each element of input and
 *   output if caches hold what is read again
 * Source: ONNX operator AveragePool, version 19
 */
#include "common/storage.clh"
#include "common/window.clh"

__kernel void average_pool(__global const STORAGE *restrict input,
                           __global STORAGE *restrict output,
                           const int maps,
                           const int inHeight, const int inWidth,
                           const int outHeight, const int outWidth,
                           const int kernelH, const int kernelW,
                           const int strideH, const int strideW,
                           const int padTop, const int padLeft,
                           const int padBottom, const int padRight,
                           const int dilationH, const int dilationW,
                           const int countIncludePad,
                           const int rowBegin, const int rowEnd) {
  const int outX = get_global_id(0);
  const int outY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (outX >= outWidth || outY >= rowEnd || map >= maps) {
    return;
  }
  const int top = outY * strideH - padTop;
  const int left = outX * strideW - padLeft;
  const int tapYBegin = firstTap(top, dilationH);
  const int tapYEnd = endTap(top, dilationH, inHeight, kernelH);
  const int tapXBegin = firstTap(left, dilationW);
  const int tapXEnd = endTap(left, dilationW, inWidth, kernelW);

  float sum = 0.0f;
  for (int tapY = tapYBegin; tapY < tapYEnd; tapY++) {
    const int row = (map * inHeight + top + tapY * dilationH) * inWidth + left;
    for (int tapX = tapXBegin; tapX < tapXEnd; tapX++) {
      sum += LOAD(input, row + tapX * dilationW);
    }
  }

  // What ceil mode reaches beyond the bottom and right padding is never counted.
  const int count = countIncludePad
      ? endTap(top, dilationH, inHeight + padBottom, kernelH) *
            endTap(left, dilationW, inWidth + padRight, kernelW)
      : max(tapYEnd - tapYBegin, 0) * max(tapXEnd - tapXBegin, 0);
  STORE(count > 0 ? sum / count : 0.0f, output, (map * outHeight + outY) * outWidth + outX);
}
