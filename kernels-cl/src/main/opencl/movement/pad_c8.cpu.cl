/*
 * Name: pad_c8
 * Computes: output[n,b,y,x] = input[n, b-beforeBlocks, y-beforeRows, x-beforeColumns], value
 *   outside of the input, in vectors of 8 channels
 * Inputs: input [batch, inBlocks, inRows, inColumns, 8]
 * Output: [batch, outBlocks, outRows, outColumns, 8]
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 batch and
 *   channel block of the output; one work-item per pixel and block
 * Tunables: none
 * Requires: maps in blocks of 8 channels; channels are added or cut off (a negative number of
 *   blocks before) in whole blocks
 * Falls back to: movement/pad.ref.cl
 * Cost: no flops; 4 bytes for each element of input and output
 * Source: ONNX operator Pad, mode constant
 */
#include "common/vector8.clh"

__kernel void pad_c8(__global const STORAGE *restrict input,
                     __global STORAGE *restrict output,
                     const int batch,
                     const int inBlocks, const int inRows, const int inColumns,
                     const int outBlocks, const int outRows, const int outColumns,
                     const int beforeBlocks, const int beforeRows, const int beforeColumns,
                     const float value,
                     const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (column >= outColumns || row >= rowEnd || map >= batch * outBlocks) {
    return;
  }
  const int sample = map / outBlocks;
  const int inBlock = map % outBlocks - beforeBlocks;
  const int inRow = row - beforeRows;
  const int inColumn = column - beforeColumns;
  const bool isInside = inBlock >= 0 && inBlock < inBlocks && inRow >= 0 && inRow < inRows &&
                        inColumn >= 0 && inColumn < inColumns;
  float8 result = (float8)(value);
  if (isInside) {
    const int inMap = sample * inBlocks + inBlock;
    result = LOAD_VALUE(input, (inMap * inRows + inRow) * inColumns + inColumn);
  }
  STORE_VALUE(result, output, (map * outRows + row) * outColumns + column);
}
