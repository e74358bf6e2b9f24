/*
 * Name: binary_c8
 * Computes: output = EPILOGUE(left OP right), elementwise with broadcasting; OPERATION names OP:
 *   ADD, SUB, MUL or DIV. With HAS_FACTORS the operands are leftFactor * left and
 *   rightFactor * right
 * Inputs: left and right, seen as [batch, channel blocks, rows, columns] of the output in vectors
 *   of 8 channels; a stride of 0 repeats an operand along that axis. The epilogue's bias
 *   [channel blocks, 8] and residual (the output's shape)
 * Output: [batch, channel blocks, rows, columns, 8]; the epilogue's stores likewise
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 batch and channel block; one work-item
 *   per pixel and block
 * Tunables: none
 * Requires: operands in blocks of 8 channels, as many channels in each; for DIV whole blocks only,
 *   for what lies behind the last channel must stay finite
 * Falls back to: elementwise/binary.ref.cl
 * Cost: 1 flop per element, 3 with factors; 4 bytes for each element of left, right and output
 * Source: numpy's broadcasting rules; ONNX operators Add, Sub, Mul and Div, version 14
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "common/combine.clh"

__kernel void binary_c8(__global const STORAGE *restrict left,
                        __global const STORAGE *restrict right,
                        __global STORAGE *restrict output,
                        EPILOGUE_PARAMETERS,
                        FACTOR_PARAMETERS
                        const int batch, const int blocks, const int rows, const int columns,
                        const int leftBatch, const int leftBlock, const int leftRow,
                        const int leftColumn,
                        const int rightBatch, const int rightBlock, const int rightRow,
                        const int rightColumn,
                        const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (column >= columns || row >= rowEnd || map >= batch * blocks) {
    return;
  }
  const int sample = map / blocks;
  const int block = map % blocks;
  const float8 a = LOAD_VALUE(
      left, sample * leftBatch + block * leftBlock + row * leftRow + column * leftColumn);
  const float8 b = LOAD_VALUE(
      right, sample * rightBatch + block * rightBlock + row * rightRow + column * rightColumn);
  const int index = (map * rows + row) * columns + column;
  const float8 combined = COMBINE(SCALE(leftFactor, a), SCALE(rightFactor, b));
  STORE_VALUE(EPILOGUE(combined, block, index), output, index);
}
