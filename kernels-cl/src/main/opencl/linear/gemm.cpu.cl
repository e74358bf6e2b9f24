/*
 * Name: gemm
 * Computes: output[m,n] = EPILOGUE(sum over k of input[m,k] * weight[n,k])
 * Inputs: input [rows, depth]; weight [column blocks, depth, 8], zeros behind the last column; the
 *   epilogue's bias [columns] and residual (the output's shape)
 * Output: [rows, columns]; the epilogue's stores likewise
 * NDRange: axis 0 OUT_BLOCKS blocks of 8 columns, axis 1 TILE_ROWS rows from rowBegin, axis 2
 *   unused; a range of all rows may be given, work-items that have none do nothing
 * Tunables: TILE_ROWS (1), rows of a work-item; OUT_BLOCKS (4), column blocks of a work-item
 * Requires: a stored weight
 * Falls back to: linear/gemm.ref.cl
 * Cost: 2 * rows * columns * depth flops; 4 bytes for each element of weight per row tile, and for
 *   each element of input and output
 * Source: ONNX operator Gemm with transB = 1, PyTorch nn.Linear
 */
#include "common/epilogue.clh"

#ifndef TILE_ROWS
#define TILE_ROWS 1
#endif
#ifndef OUT_BLOCKS
#define OUT_BLOCKS 4
#endif

__kernel void gemm(__global const STORAGE *restrict input,
                   __global const STORAGE *restrict weight,
                   __global STORAGE *restrict output,
                   EPILOGUE_PARAMETERS,
                   const int columns, const int depth,
                   const int rowBegin, const int rowEnd) {
  const int firstBlock = (int)get_global_id(0) * OUT_BLOCKS;
  const int firstRow = rowBegin + (int)get_global_id(1) * TILE_ROWS;
  const int blocks = (columns + 7) / 8;
  if (firstBlock >= blocks || firstRow >= rowEnd || get_global_id(2) > 0) {
    return;
  }

  // Behind the last row and block the last one is computed again, and not stored.
  __global const STORAGE *rows[TILE_ROWS];
  __global const STORAGE *taps[OUT_BLOCKS];
  float8 sums[TILE_ROWS][OUT_BLOCKS];
#pragma unroll
  for (int r = 0; r < TILE_ROWS; r++) {
    rows[r] = input + min(firstRow + r, rowEnd - 1) * depth;
#pragma unroll
    for (int b = 0; b < OUT_BLOCKS; b++) {
      sums[r][b] = (float8)(0.0f);
    }
  }
#pragma unroll
  for (int b = 0; b < OUT_BLOCKS; b++) {
    taps[b] = weight + min(firstBlock + b, blocks - 1) * depth * 8;
  }

  for (int k = 0; k < depth; k++) {
    float8 tap[OUT_BLOCKS];
#pragma unroll
    for (int b = 0; b < OUT_BLOCKS; b++) {
      tap[b] = LOAD8(taps[b], k);
    }
#pragma unroll
    for (int r = 0; r < TILE_ROWS; r++) {
      const float8 factor = (float8)(LOAD(rows[r], k));
#pragma unroll
      for (int b = 0; b < OUT_BLOCKS; b++) {
        sums[r][b] = fma(factor, tap[b], sums[r][b]);
      }
    }
  }

#pragma unroll
  for (int r = 0; r < TILE_ROWS; r++) {
#pragma unroll
    for (int b = 0; b < OUT_BLOCKS; b++) {
      float lanes[8];
      vstore8(sums[r][b], 0, lanes);
      const int firstColumn = (firstBlock + b) * 8;
      const int laneCount = firstRow + r < rowEnd ? min(8, columns - firstColumn) : 0;
      for (int lane = 0; lane < laneCount; lane++) {
        const int index = (firstRow + r) * columns + firstColumn + lane;
        STORE(EPILOGUE(lanes[lane], firstColumn + lane, index), output, index);
      }
    }
  }
}
