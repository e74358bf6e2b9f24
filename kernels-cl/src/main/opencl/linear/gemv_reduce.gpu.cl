/*
 * Name: gemv_reduce
 * Computes: output[m,n] = EPILOGUE(sum over k of input[m,k] * weight[n,k])
 * Inputs: input [rows, depth]; weight [columns, depth], as a fully connected layer keeps it; the
 *   epilogue's bias [columns] and residual (the output's shape)
 * Output: [rows, columns]; the epilogue's stores likewise
 * NDRange: axis 0 LANES work-items for each column, axis 1 TILE_ROWS rows from rowBegin, axis 2
 *   unused; a range of all rows may be given, work-groups that have none do nothing
 * Tunables: GROUP (64), work-items of a work-group; LANES (64), work-items that share a column, a
 *   power of two that divides GROUP; TILE_ROWS (1), rows that use a weight while it is in a register
 * Requires: few rows, else weights are read again for each TILE_ROWS of them; work-groups of GROUP
 *   work-items, 4 * GROUP bytes of local memory
 * Falls back to: linear/gemm.ref.cl
 * Cost: 2 * rows * columns * depth flops; 4 bytes for each element of weight per row tile, and for
 *   each element of input and output
 * Source: BLAS GEMV, here for some rows at once; ONNX operator Gemm with transB = 1
 *
 *               depth ->
 *   weight n    | 0 1 2 .. LANES-1 | 0 1 2 .. |     the lane that reads an element: neighbours read
 *   weight n+1  | 0 1 2 .. LANES-1 | 0 1 2 .. |     neighbours, GROUP / LANES columns a work-group
 *   numbers     | LANES of column n | LANES of column n+1 | ..     in local memory, row after row
 */
#include "common/epilogue.clh"

#ifndef GROUP
#define GROUP 64
#endif
#ifndef LANES
#define LANES 64
#endif
#ifndef TILE_ROWS
#define TILE_ROWS 1
#endif
#include "common/tree.clh"

#define UNROLL _Pragma("unroll")

__attribute__((reqd_work_group_size(GROUP, 1, 1)))
__kernel void gemv_reduce(__global const STORAGE *restrict input,
                          __global const STORAGE *restrict weight,
                          __global STORAGE *restrict output,
                          EPILOGUE_PARAMETERS,
                          const int columns, const int depth,
                          const int rowBegin, const int rowEnd) {
  __local float numbers[GROUP];
  const int lane = (int)get_local_id(0) % LANES;
  __local float *shared = numbers + ((int)get_local_id(0) - lane);
  const int column = (int)get_global_id(0) / LANES;
  const int firstRow = rowBegin + (int)get_global_id(1) * TILE_ROWS;
  // The same for a whole work-group; columns behind the last compute it again, and do not store.
  const int count = firstRow < rowEnd ? depth : 0;
  const int weightRow = min(column, columns - 1) * depth;

  float sums[TILE_ROWS];
  int inputRows[TILE_ROWS];
  UNROLL for (int r = 0; r < TILE_ROWS; r++) {
    sums[r] = 0.0f;
    inputRows[r] = min(firstRow + r, rowEnd - 1) * depth;
  }
  for (int k = lane; k < count; k += LANES) {
    const float tap = LOAD(weight, weightRow + k);
    UNROLL for (int r = 0; r < TILE_ROWS; r++) {
      sums[r] = fma(LOAD(input, inputRows[r] + k), tap, sums[r]);
    }
  }

  UNROLL for (int r = 0; r < TILE_ROWS; r++) {
    const float sum = treeSum(sums[r], shared, lane);
    if (lane == 0 && column < columns && firstRow + r < rowEnd) {
      const int index = (firstRow + r) * columns + column;
      STORE(EPILOGUE(sum, column, index), output, index);
    }
  }
}
