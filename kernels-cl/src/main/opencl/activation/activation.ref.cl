/*
 * Name: activation
 * Computes: output[i] = ACTIVATE(input[i]), the function that the macro ACTIVATION names
 * Inputs: input of any shape, seen as [outer, rows, columns]
 * Output: the input's shape
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 everything outside of a row; one
 *   work-item per element
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: 1 to 4 flops and 8 bytes per element
 * Source: the formulas of graph.Activation; ONNX operators Relu, Clip, LeakyRelu, Sigmoid,
 *   HardSigmoid, HardSwish and Tanh
 */
#include "common/activation.clh"

__kernel void activation(__global const STORAGE *restrict input,
                         __global STORAGE *restrict output,
                         const float alpha, const float beta,
                         const int outer, const int rows, const int columns,
                         const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int slab = get_global_id(2);
  if (column >= columns || row >= rowEnd || slab >= outer) {
    return;
  }
  const int index = (slab * rows + row) * columns + column;
  STORE(ACTIVATE(LOAD(input, index), alpha, beta), output, index);
}
