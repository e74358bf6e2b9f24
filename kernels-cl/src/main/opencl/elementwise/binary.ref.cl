/*
 * Name: binary
 * Computes: output = EPILOGUE(left OP right), elementwise with broadcasting; OPERATION names OP:
 *   ADD, SUB, MUL or DIV. With HAS_FACTORS the operands are leftFactor * left and
 *   rightFactor * right
 * Inputs: left and right, seen as [outer, inner, rows, columns] of the output; a stride of 0
 *   repeats an operand along that axis. The epilogue's bias [channels] and residual (the output's shape)
 * Output: [outer, inner, rows, columns]; the epilogue's stores likewise
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 outer and inner; one work-item per
 *   element
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: 1 flop per element, 3 with factors; 4 bytes for each element of left, right and output
 * Source: numpy's broadcasting rules; ONNX operators Add, Sub, Mul and Div, version 14
 */
#include "common/epilogue.clh"
#include "common/combine.clh"

__kernel void binary(__global const STORAGE *restrict left,
                     __global const STORAGE *restrict right,
                     __global STORAGE *restrict output,
                     EPILOGUE_PARAMETERS,
                     FACTOR_PARAMETERS
                     const int outer, const int inner, const int rows, const int columns,
                     const int leftOuter, const int leftInner, const int leftRow,
                     const int leftColumn,
                     const int rightOuter, const int rightInner, const int rightRow,
                     const int rightColumn,
                     const int channels, const int channelPitch,
                     const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int slab = get_global_id(2);
  if (column >= columns || row >= rowEnd || slab >= outer * inner) {
    return;
  }
  const int o = slab / inner;
  const int i = slab % inner;
  const float a = LOAD(left, o * leftOuter + i * leftInner + row * leftRow + column * leftColumn);
  const float b =
      LOAD(right, o * rightOuter + i * rightInner + row * rightRow + column * rightColumn);
  const int index = (slab * rows + row) * columns + column;
  const float combined = COMBINE(SCALE(leftFactor, a), SCALE(rightFactor, b));
  STORE(EPILOGUE(combined, index / channelPitch % channels, index), output, index);
}
