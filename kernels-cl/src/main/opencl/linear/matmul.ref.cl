/*
 * Name: matmul
 * Computes: output[b0..b3,m,n] = sum over k of left[b0..b3,m,k] * right[b0..b3,k,n]
 * Inputs: left [batch axes, rows, depth]; right [batch axes, depth, columns]; a batch axis along
 *   which an input is broadcast has stride 0
 * Output: [batch0, batch1, batch2, batch3, rows, columns]
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 all batch axes together; one work-item
 *   per output element
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: 2 * depth flops per output element; 4 bytes for each element of left, right and output if
 *   caches hold what is read again
 * Source: ONNX operator MatMul, numpy.matmul
 */
#include "common/storage.clh"

__kernel void matmul(__global const STORAGE *restrict left,
                     __global const STORAGE *restrict right,
                     __global STORAGE *restrict output,
                     const int batch0, const int batch1, const int batch2, const int batch3,
                     const int leftStride0, const int leftStride1,
                     const int leftStride2, const int leftStride3,
                     const int rightStride0, const int rightStride1,
                     const int rightStride2, const int rightStride3,
                     const int rows, const int columns, const int depth,
                     const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int batch = get_global_id(2);
  if (column >= columns || row >= rowEnd || batch >= batch0 * batch1 * batch2 * batch3) {
    return;
  }
  const int i3 = batch % batch3;
  const int i2 = batch / batch3 % batch2;
  const int i1 = batch / (batch3 * batch2) % batch1;
  const int i0 = batch / (batch3 * batch2 * batch1);
  const int leftRow = i0 * leftStride0 + i1 * leftStride1 + i2 * leftStride2 + i3 * leftStride3 +
                      row * depth;
  const int rightColumn = i0 * rightStride0 + i1 * rightStride1 + i2 * rightStride2 +
                          i3 * rightStride3 + column;
  float sum = 0.0f;
  for (int k = 0; k < depth; k++) {
    sum += LOAD(left, leftRow + k) * LOAD(right, rightColumn + k * columns);
  }
  STORE(sum, output, (batch * rows + row) * columns + column);
}
