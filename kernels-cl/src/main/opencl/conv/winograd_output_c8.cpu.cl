/*
 * Name: winograd_output_c8
 * Computes: output = EPILOGUE(A^T m A), where m are the (OUT_SIDE + 2)^2 products of a tile of
 *   OUT_SIDE^2 output pixels, each already summed over the input channels
 * Inputs: products [(OUT_SIDE + 2)^2, batch, outBlocks, tileRows, tileColumns, 8];
 *   the epilogue's bias [outBlocks, 8] and residual (the output's shape)
 * Output: [batch, outBlocks, outHeight, outWidth, 8]; the epilogue's stores in the same shape
 * NDRange: axis 0 column of tiles, axis 1 row of tiles from rowBegin, axis 2 batch and output
 *   block; one work-item per tile of eight channels
 * Tunables: OUT_SIDE (side of an output tile, 4 or 2; fewer multiplications or smaller sums)
 * Requires: OUT_SIDE as a macro
 * Falls back to: conv/conv2d_c8.cpu.cl
 * Cost: about 5 * (OUT_SIDE + 2)^2 flops per tile and channel; 4 bytes for each element of products
 *   and output
 * Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "conv/winograd.clh"

__kernel void winograd_output_c8(__global const float *restrict products,
                                 __global STORAGE *restrict output,
                                 EPILOGUE_PARAMETERS,
                                 const int batch,
                                 const int outBlocks, const int outHeight, const int outWidth,
                                 const int tileRows, const int tileColumns,
                                 const int rowBegin, const int rowEnd) {
  const int tileX = get_global_id(0);
  const int tileY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (tileX >= tileColumns || tileY >= rowEnd || map >= batch * outBlocks) {
    return;
  }
  const int plane = tileRows * tileColumns;
  const int tile = map * plane + tileY * tileColumns + tileX;
  float8 sums[PRODUCTS];
  UNROLL for (int p = 0; p < PRODUCTS; p++) {
    sums[p] = vload8(p * batch * outBlocks * plane + tile, products);
  }
  STORE_OUTPUTS(sums, map, map % outBlocks, tileY * OUT_SIDE, tileX * OUT_SIDE);
}
