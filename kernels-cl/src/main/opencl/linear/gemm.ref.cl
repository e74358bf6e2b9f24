/*
 * Name: gemm
 * Computes: output[m,n] = EPILOGUE(sum over k of input[m,k] * weight[n,k])
 * Inputs: input [rows, depth]; weight [columns, depth], as a fully connected layer keeps it; the
 *   epilogue's bias [columns] and residual (the output's shape)
 * Output: [rows, columns]; the epilogue's stores likewise
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 unused; one work-item per output element
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: 2 * rows * columns * depth flops; 4 bytes for each element of input, weight and output if
 *   caches hold what is read again
 * Source: ONNX operator Gemm with transB = 1, PyTorch nn.Linear
 */
#include "common/epilogue.clh"

__kernel void gemm(__global const STORAGE *restrict input,
                   __global const STORAGE *restrict weight,
                   __global STORAGE *restrict output,
                   EPILOGUE_PARAMETERS,
                   const int columns, const int depth,
                   const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  if (column >= columns || row >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  float sum = 0.0f;
  for (int k = 0; k < depth; k++) {
    sum += LOAD(input, row * depth + k) * LOAD(weight, column * depth + k);
  }
  const int index = row * columns + column;
  STORE(EPILOGUE(sum, column, index), output, index);
}
