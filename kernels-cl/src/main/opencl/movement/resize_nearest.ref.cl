/*
 * Name: resize_nearest
 * Computes: output[m,y,x] = input[m, sourceY, sourceX] with
 *   sourceY = clamp(floor((y * scaleY + shiftY) / divisorY), 0, inHeight - 1), sourceX likewise
 * Inputs: input [maps, inHeight, inWidth], where maps = batch * channels
 * Output: [maps, outHeight, outWidth]
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 map; one
 *   work-item per output element
 * Tunables: none
 * Requires: divisors above 0. Coordinates are whole-number fractions, so that every device rounds
 *   alike; the host turns ONNX's modes into scale, shift and divisor
 * Falls back to: nothing; this is the last resort
 * Cost: no flops; 4 bytes for each element of input and output
 * Source: ONNX operator Resize, mode nearest
 */
#include "common/storage.clh"

int floorDivide(int dividend, int divisor) {
  const int quotient = dividend / divisor;
  return dividend < quotient * divisor ? quotient - 1 : quotient;
}

__kernel void resize_nearest(__global const BITS *restrict input,
                             __global BITS *restrict output,
                             const int maps,
                             const int inHeight, const int inWidth,
                             const int outHeight, const int outWidth,
                             const int scaleY, const int shiftY, const int divisorY,
                             const int scaleX, const int shiftX, const int divisorX,
                             const int rowBegin, const int rowEnd) {
  const int outX = get_global_id(0);
  const int outY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (outX >= outWidth || outY >= rowEnd || map >= maps) {
    return;
  }
  const int sourceY = clamp(floorDivide(outY * scaleY + shiftY, divisorY), 0, inHeight - 1);
  const int sourceX = clamp(floorDivide(outX * scaleX + shiftX, divisorX), 0, inWidth - 1);
  output[(map * outHeight + outY) * outWidth + outX] =
      input[(map * inHeight + sourceY) * inWidth + sourceX];
}
