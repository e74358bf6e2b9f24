/*
 * Name: binary_run
 * Computes: output = ACTIVATE(left OP right), elementwise; OPERATION names OP: ADD, SUB, MUL or DIV.
 *   With HAS_FACTORS the operands are leftFactor * left and rightFactor * right
 * Inputs: left and right, seen as [outer, inner, rows * columns] of the output; an operand has all
 *   numbers of a map one behind the other, or with a pixel stride of 0 one number for all of them
 * Output: [outer, inner, rows, columns]
 * NDRange: axes 0 and 1 together count vectors of four pixels of the rows from rowBegin, which go on
 *   from one row to the next; axis 2 outer and inner; one work-item per vector
 * Tunables: none
 * Requires: no bias, residual or stores
 * Falls back to: elementwise/binary.ref.cl
 * Cost: 1 flop per element, 3 with factors; 4 bytes for each element of left, right and output
 * Source: numpy's broadcasting rules; ONNX operators Add, Sub, Mul and Div, version 14
 */
#include "common/vector4.clh"
#include "common/activation.clh"
#include "common/combine.clh"
#include "common/run.clh"

float4 operand(__global const STORAGE *restrict numbers, int first, int pixel, int pixelStride,
               int count) {
  return pixelStride == 0 ? (float4)(LOAD(numbers, first))
                          : loadRun(numbers, first + pixel, count);
}

__kernel void binary_run(__global const STORAGE *left,
                         __global const STORAGE *right,
                         __global STORAGE *output,
                         const float alpha, const float beta,
                         FACTOR_PARAMETERS
                         const int outer, const int inner, const int rows, const int columns,
                         const int leftOuter, const int leftInner, const int leftPixel,
                         const int rightOuter, const int rightInner, const int rightPixel,
                         const int rowBegin, const int rowEnd) {
  const int pixel = rowBegin * columns + 4 * runItem();
  const int count = rowEnd * columns - pixel;
  const int slab = get_global_id(2);
  if (count <= 0 || slab >= outer * inner) {
    return;
  }
  const int o = slab / inner;
  const int i = slab % inner;
  const float4 a = operand(left, o * leftOuter + i * leftInner, pixel, leftPixel, count);
  const float4 b = operand(right, o * rightOuter + i * rightInner, pixel, rightPixel, count);
  const float4 combined = COMBINE(SCALE(leftFactor, a), SCALE(rightFactor, b));
  storeRun(ACTIVATE(combined, alpha, beta), output, slab * rows * columns + pixel, count);
}
