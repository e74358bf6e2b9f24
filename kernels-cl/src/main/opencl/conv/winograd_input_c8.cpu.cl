/*
 * Name: winograd_input_c8
 * Computes: patches[p,n,c,t] = (B^T d B)[p], where d is the patch of (OUT_SIDE + 2)^2 pixels that
 *   the tile t of OUT_SIDE^2 output pixels sees, zero outside of the input
 * Inputs: input [batch, inBlocks, inHeight, inWidth, 8]
 * Output: patches [(OUT_SIDE + 2)^2, batch, inBlocks, tileRows, tileColumns, 8]
 * NDRange: axis 0 column of tiles, axis 1 row of tiles from rowBegin, axis 2 batch and input block;
 *   one work-item per patch of eight channels
 * Tunables: OUT_SIDE (side of an output tile, 4 or 2; fewer multiplications or smaller sums)
 * Requires: OUT_SIDE as a macro
 * Falls back to: conv/conv2d_c8.cpu.cl
 * Cost: about 6 * (OUT_SIDE + 2)^2 flops per patch and channel; 4 bytes for each element of input
 *   and output
 * Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4
 */
#include "common/vector8.clh"
#include "conv/winograd.clh"

__kernel void winograd_input_c8(__global const STORAGE *restrict input,
                                __global float *restrict patches,
                                const int batch,
                                const int inBlocks, const int inHeight, const int inWidth,
                                const int tileRows, const int tileColumns,
                                const int padTop, const int padLeft,
                                const int rowBegin, const int rowEnd) {
  const int tileX = get_global_id(0);
  const int tileY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (tileX >= tileColumns || tileY >= rowEnd || map >= batch * inBlocks) {
    return;
  }
  const int top = tileY * OUT_SIDE - padTop;
  const int left = tileX * OUT_SIDE - padLeft;
  float8 patch[PRODUCTS];
  READ_PATCH(patch, map, top, left);

  const int plane = tileRows * tileColumns;
  const int tile = map * plane + tileY * tileColumns + tileX;
  UNROLL for (int p = 0; p < PRODUCTS; p++) {
    vstore8(patch[p], p * batch * inBlocks * plane + tile, patches);
  }
}
