/*
 * Name: copy_c8
 * Computes: output[outOffset + sum over a of i[a] * outStride[a]] =
 *   input[inOffset + sum over a of i[a] * inStride[a]] for every position i of a box of four axes,
 *   in vectors of 8 channels
 * Inputs: input [batch, channel blocks, height, width, 8]. A slice starts at an inOffset with
 *   multiples of the strides (negative ones walk backwards), a concatenation copies each input to
 *   an outOffset
 * Output: [batch, channel blocks, height, width, 8]; only the box is written
 * NDRange: axis 0 column of the box, axis 1 row of the box from rowBegin, axis 2 batch and channel
 *   block of the box; one work-item per pixel and block
 * Tunables: none
 * Requires: maps in blocks of 8 channels that move as a whole
 * Falls back to: movement/strided_copy.ref.cl
 * Cost: no flops; 8 bytes per number copied
 * Source: ONNX operators Slice and Concat
 */
#include "common/storage.clh"

__kernel void copy_c8(__global const BITS *restrict input,
                      __global BITS *restrict output,
                      const int batch, const int blocks, const int rows, const int columns,
                      const int inBatch, const int inBlock, const int inRow, const int inColumn,
                      const int outBatch, const int outBlock, const int outRow,
                      const int outColumn,
                      const int inOffset, const int outOffset,
                      const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (column >= columns || row >= rowEnd || map >= batch * blocks) {
    return;
  }
  const int sample = map / blocks;
  const int block = map % blocks;
  const int from =
      inOffset + sample * inBatch + block * inBlock + row * inRow + column * inColumn;
  const int to =
      outOffset + sample * outBatch + block * outBlock + row * outRow + column * outColumn;
  vstore8(vload8(from, input), to, output);
}
