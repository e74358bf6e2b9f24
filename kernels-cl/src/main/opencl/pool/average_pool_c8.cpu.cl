/*
 * Name: average_pool_c8
 * Computes: output[m,y,x,lane] = (sum over i,j of
 *   input[m, y*strideH-padTop+i*dilationH, x*strideW-padLeft+j*dilationW, lane]) / count, zero
 *   outside of the input; count is the number of taps on the input, or with countIncludePad on the
 *   input and its padding; 0 if count is 0
 * Inputs: input [maps, inHeight, inWidth, 8], where maps = batch * channel blocks
 * Output: [maps, outHeight, outWidth, 8]
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 map; one
 *   work-item per pixel and block
 * Tunables: none
 * Requires: maps in blocks of 8 channels
 * Falls back to: pool/average_pool.ref.cl
 * Cost: kernelH * kernelW + 1 flops per output element; 4 bytes for each element of input and
 *   output if caches hold what is read again
 * Source: ONNX operator AveragePool, version 19
 */
#include "common/vector8.clh"
#define AVERAGE
#include "pool/pooling.clh"

__kernel void average_pool_c8(__global const STORAGE *restrict input,
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
  const float8 sum = joinWindow(input, map * inHeight * inWidth, inHeight, inWidth, top, left,
      kernelH, kernelW, dilationH, dilationW);
  const int count =
      countTaps(top, dilationH, inHeight, padBottom, kernelH, countIncludePad) *
      countTaps(left, dilationW, inWidth, padRight, kernelW, countIncludePad);
  const float8 mean = count > 0 ? sum / (float)count : (float8)(0.0f);
  STORE_VALUE(mean, output, (map * outHeight + outY) * outWidth + outX);
}
