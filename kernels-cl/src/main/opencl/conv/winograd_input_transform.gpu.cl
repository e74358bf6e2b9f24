/*
 * Name: winograd_input_transform
 * Computes: patches[p,c,t] = (B^T d B)[p], where d is the patch of (OUT_SIDE + 2)^2 pixels of channel
 *   c that the tile t of OUT_SIDE^2 output pixels sees, zero outside of the input
 * Inputs: input [batch, channels, inHeight, inWidth]
 * Output: patches [(OUT_SIDE + 2)^2, channels, tileRows, batch, tileColumns]: the maps of as many
 *   groups, for conv/conv_gemm.gpu.cl
 * NDRange: axis 0 batch and column of tiles, axis 1 row of tiles from rowBegin, axis 2 channel; one
 *   work-item per patch
 * Tunables: OUT_SIDE (side of an output tile, 4 or 2; fewer multiplications or smaller sums)
 * Requires: OUT_SIDE as a macro
 * Falls back to: conv/conv_gemm.gpu.cl on the input itself
 * Cost: about 6 * (OUT_SIDE + 2)^2 flops per patch; 4 bytes for each element of input and output
 * Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4
 */
#include "common/value.clh"
#include "conv/winograd.clh"

__kernel void winograd_input_transform(__global const STORAGE *restrict input,
                                       __global STORAGE *restrict patches,
                                       const int batch,
                                       const int channels, const int inHeight, const int inWidth,
                                       const int tileRows, const int tileColumns,
                                       const int padTop, const int padLeft,
                                       const int rowBegin, const int rowEnd) {
  const int tileX = get_global_id(0);
  const int tileY = rowBegin + (int)get_global_id(1);
  const int channel = get_global_id(2);
  if (tileX >= batch * tileColumns || tileY >= rowEnd || channel >= channels) {
    return;
  }
  const int map = tileX / tileColumns * channels + channel;
  const int top = tileY * OUT_SIDE - padTop;
  const int left = tileX % tileColumns * OUT_SIDE - padLeft;

  float patch[IN_SIDE * IN_SIDE];
  UNROLL for (int y = 0; y < IN_SIDE; y++) {
    const int row = (map * inHeight + top + y) * inWidth + left;
    const bool isRow = (uint)(top + y) < (uint)inHeight;
    UNROLL for (int x = 0; x < IN_SIDE; x++) {
      const bool isInside = isRow && (uint)(left + x) < (uint)inWidth;
      patch[y * IN_SIDE + x] = isInside ? LOAD(input, row + x) : 0.0f;
    }
  }
  UNROLL for (int i = 0; i < IN_SIDE; i++) {
    transformInput(patch + i, IN_SIDE);
  }
  UNROLL for (int i = 0; i < IN_SIDE; i++) {
    transformInput(patch + i * IN_SIDE, 1);
  }

  const int rowOfTiles = batch * tileColumns;
  const int tile = (channel * tileRows + tileY) * rowOfTiles + tileX;
  UNROLL for (int p = 0; p < IN_SIDE * IN_SIDE; p++) {
    STORE(patch[p], patches, p * channels * tileRows * rowOfTiles + tile);
  }
}
