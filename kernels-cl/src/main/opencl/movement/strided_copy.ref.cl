/*
 * Name: strided_copy
 * Computes: output[outOffset + sum over a of i[a] * outStride[a]] =
 *   input[inOffset + sum over a of i[a] * inStride[a]] for every position i of a box of six axes
 * Inputs: input, any shape. A transpose permutes inStride, a slice starts at an inOffset with
 *   multiples of the strides (negative ones walk backwards), a concatenation copies each input to
 *   an outOffset, a reshape copies one to one
 * Output: any shape; only the box is written
 * NDRange: axis 0 position on the box's axis 5 (columns), axis 1 position on axis 4 (rows) from
 *   rowBegin, axis 2 positions on axes 0 to 3 together; one work-item per number copied
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: no flops; 8 bytes per number copied
 * Source: ONNX operators Transpose, Slice, Concat and Reshape
 */
#include "common/storage.clh"

__kernel void strided_copy(__global const BITS *restrict input,
                           __global BITS *restrict output,
                           const int extent0, const int extent1, const int extent2,
                           const int extent3, const int extent4, const int extent5,
                           const int inStride0, const int inStride1, const int inStride2,
                           const int inStride3, const int inStride4, const int inStride5,
                           const int outStride0, const int outStride1, const int outStride2,
                           const int outStride3, const int outStride4, const int outStride5,
                           const int inOffset, const int outOffset,
                           const int rowBegin, const int rowEnd) {
  const int i5 = get_global_id(0);
  const int i4 = rowBegin + (int)get_global_id(1);
  const int outer = get_global_id(2);
  if (i5 >= extent5 || i4 >= rowEnd || outer >= extent0 * extent1 * extent2 * extent3) {
    return;
  }
  const int i3 = outer % extent3;
  const int i2 = outer / extent3 % extent2;
  const int i1 = outer / (extent3 * extent2) % extent1;
  const int i0 = outer / (extent3 * extent2 * extent1);
  const int from = inOffset + i0 * inStride0 + i1 * inStride1 + i2 * inStride2 +
                   i3 * inStride3 + i4 * inStride4 + i5 * inStride5;
  const int to = outOffset + i0 * outStride0 + i1 * outStride1 + i2 * outStride2 +
                 i3 * outStride3 + i4 * outStride4 + i5 * outStride5;
  output[to] = input[from];
}
