/*
 * Name: max_pool_c8
 * Computes: output[m,y,x,lane] = max over i,j of
 *   input[m, y*strideH-padTop+i*dilationH, x*strideW-padLeft+j*dilationW, lane], taps outside of
 *   the input left out; NaN if a tap is NaN, -infinity if no tap is left
 * Inputs: input [maps, inHeight, inWidth, 8], where maps = batch * channel blocks
 * Output: [maps, outHeight, outWidth, 8]
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 map; one
 *   work-item per pixel and block
 * Tunables: none
 * Requires: maps in blocks of 8 channels
 * Falls back to: pool/max_pool.ref.cl
 * Cost: kernelH * kernelW flops per output element; 4 bytes for each element of input and output
 *   if caches hold what is read again
 * Source: ONNX operator MaxPool
 */
#include "common/vector8.clh"
#include "pool/pooling.clh"

__kernel void max_pool_c8(__global const STORAGE *restrict input,
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
  const float8 most = joinWindow(input, map * inHeight * inWidth, inHeight, inWidth, top, left,
      kernelH, kernelW, dilationH, dilationW);
  STORE_VALUE(most, output, (map * outHeight + outY) * outWidth + outX);
}
