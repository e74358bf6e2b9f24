/*
 * Name: scale
 * Computes: output[row][column] = factor * input[row][column] + OFFSET
 * NDRange: axis 0 column, axis 1 row from rowBegin
 * Requires: nothing
 * Source: none
 */
#ifndef OFFSET
#define OFFSET 0.0f
#endif

__kernel void scale(__global const float *restrict input, __global float *restrict output,
                    const int columns, const float factor, const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + get_global_id(1);
  if (column >= columns || row >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  output[row * columns + column] = factor * input[row * columns + column] + OFFSET;
}
