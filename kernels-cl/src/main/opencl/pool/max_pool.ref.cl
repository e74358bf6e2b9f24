/*
 * Name: max_pool
 * Computes: output[m,y,x] = max over i,j of
 *   input[m, y*strideH-padTop+i*dilationH, x*strideW-padLeft+j*dilationW], taps outside of the
 *   input left out; NaN if a tap is NaN, -infinity if no tap is left
 * Inputs: input [maps, inHeight, inWidth], where maps = batch * channels
 * Output: [maps, outHeight, outWidth]
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 map; one
 *   work-item per output element
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: kernelH * kernelW flops per output element; 4 bytes for each element of input and output
 *   if caches hold what is read again
 * Source: ONNX operator MaxPool
 */
#include "common/storage.clh"
#include "common/window.clh"

__kernel void max_pool(__global const STORAGE *restrict input,
                       __global STORAGE *restrict output,
                       const int maps,
                       const int inHeight, const int inWidth,
                       const int outHeight, const int outWidth,
                       const int kernelH, const int kernelW,
                       const int strideH, const int strideW,
                       const int padTop, const int padLeft,
                       const int dilationH, const int dilationW,
                       const int rowBegin, const int rowEnd) {
  const int outX = get_global_id(0);
  const int outY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (outX >= outWidth || outY >= rowEnd || map >= maps) {
    return;
  }
  const int top = outY * strideH - padTop;
  const int left = outX * strideW - padLeft;
  const int tapYEnd = endTap(top, dilationH, inHeight, kernelH);
  const int tapXBegin = firstTap(left, dilationW);
  const int tapXEnd = endTap(left, dilationW, inWidth, kernelW);

  float most = -INFINITY;
  for (int tapY = firstTap(top, dilationH); tapY < tapYEnd; tapY++) {
    const int row = (map * inHeight + top + tapY * dilationH) * inWidth + left;
    for (int tapX = tapXBegin; tapX < tapXEnd; tapX++) {
      const float candidate = LOAD(input, row + tapX * dilationW);
      // fmax would drop NaN; here it wins, and no comparison with it replaces it again.
      most = candidate > most || isnan(candidate) ? candidate : most;
    }
  }
  STORE(most, output, (map * outHeight + outY) * outWidth + outX);
}
