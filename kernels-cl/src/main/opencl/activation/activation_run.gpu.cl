/*
 * Name: activation_run
 * Computes: output[i] = ACTIVATE(input[i]), the function that the macro ACTIVATION names
 * Inputs: input of any shape, seen as [outer, rows, columns]
 * Output: the input's shape
 * NDRange: axes 0 and 1 together count vectors of four numbers of the rows from rowBegin, which go on
 *   from one row to the next; axis 2 everything outside of a row; one work-item per vector
 * Tunables: none
 * Requires: nothing
 * Falls back to: activation/activation.ref.cl
 * Cost: 1 to 4 flops and 8 bytes per element
 * Source: the formulas of graph.Activation; ONNX operators Relu, Clip, LeakyRelu, Sigmoid,
 *   HardSigmoid, HardSwish and Tanh
 */
#include "common/vector4.clh"
#include "common/activation.clh"
#include "common/run.clh"

__kernel void activation_run(__global const STORAGE *input,
                             __global STORAGE *output,
                             const float alpha, const float beta,
                             const int outer, const int rows, const int columns,
                             const int rowBegin, const int rowEnd) {
  const int pixel = rowBegin * columns + 4 * runItem();
  const int count = rowEnd * columns - pixel;
  const int slab = get_global_id(2);
  if (count <= 0 || slab >= outer) {
    return;
  }
  const int index = slab * rows * columns + pixel;
  storeRun(ACTIVATE(loadRun(input, index, count), alpha, beta), output, index, count);
}
