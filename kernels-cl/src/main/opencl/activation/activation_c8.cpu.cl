/*
 * Name: activation_c8
 * Computes: output[i] = ACTIVATE(input[i]), the function that the macro ACTIVATION names
 * Inputs: input [batch, channel blocks, rows, columns, 8], maps being batch * channel blocks
 * Output: the input's shape
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 map; one work-item per pixel and block
 * Tunables: none
 * Requires: maps in blocks of 8 channels
 * Falls back to: activation/activation.ref.cl
 * Cost: 1 to 4 flops and 8 bytes per element
 * Source: the formulas of graph.Activation
 */
#include "common/vector8.clh"
#include "common/activation.clh"

__kernel void activation_c8(__global const STORAGE *restrict input,
                            __global STORAGE *restrict output,
                            const float alpha, const float beta,
                            const int maps, const int rows, const int columns,
                            const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (column >= columns || row >= rowEnd || map >= maps) {
    return;
  }
  const int index = (map * rows + row) * columns + column;
  STORE_VALUE(ACTIVATE(LOAD_VALUE(input, index), alpha, beta), output, index);
}
