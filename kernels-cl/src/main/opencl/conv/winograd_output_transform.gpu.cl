/*
 * Name: winograd_output_transform
 * Computes: output = EPILOGUE(A^T m A), where m are the (OUT_SIDE + 2)^2 products of a tile of
 *   OUT_SIDE^2 output pixels, each already summed over the input channels
 * Inputs: products [(OUT_SIDE + 2)^2, channels, tileRows, batch, tileColumns];
 *   the epilogue's bias [channels] and residual (the output's shape)
 * Output: [batch, channels, outHeight, outWidth]; the epilogue's stores in the same shape
 * NDRange: axis 0 batch and column of tiles, axis 1 row of tiles from rowBegin, axis 2 output
 *   channel; one work-item per tile
 * Tunables: OUT_SIDE (side of an output tile, 4 or 2; fewer multiplications or smaller sums)
 * Requires: OUT_SIDE as a macro
 * Falls back to: conv/conv_gemm.gpu.cl on the input itself
 * Cost: about 5 * (OUT_SIDE + 2)^2 flops per tile; 4 bytes for each element of products and output
 * Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4
 */
#include "common/epilogue.clh"
#include "conv/winograd.clh"

__kernel void winograd_output_transform(__global const STORAGE *restrict products,
                                        __global STORAGE *restrict output,
                                        EPILOGUE_PARAMETERS,
                                        const int batch,
                                        const int channels, const int outHeight, const int outWidth,
                                        const int tileRows, const int tileColumns,
                                        const int rowBegin, const int rowEnd) {
  const int tileX = get_global_id(0);
  const int tileY = rowBegin + (int)get_global_id(1);
  const int channel = get_global_id(2);
  const int rowOfTiles = batch * tileColumns;
  if (tileX >= rowOfTiles || tileY >= rowEnd || channel >= channels) {
    return;
  }
  const int tile = (channel * tileRows + tileY) * rowOfTiles + tileX;
  float sums[IN_SIDE * IN_SIDE];
  UNROLL for (int p = 0; p < IN_SIDE * IN_SIDE; p++) {
    sums[p] = LOAD(products, p * channels * tileRows * rowOfTiles + tile);
  }
  UNROLL for (int i = 0; i < IN_SIDE; i++) {
    transformOutput(sums + i, IN_SIDE);
  }
  UNROLL for (int i = 0; i < OUT_SIDE; i++) {
    transformOutput(sums + i * IN_SIDE, 1);
  }

  const int map = tileX / tileColumns * channels + channel;
  UNROLL for (int y = 0; y < OUT_SIDE; y++) {
    UNROLL for (int x = 0; x < OUT_SIDE; x++) {
      const int outY = tileY * OUT_SIDE + y;
      const int outX = tileX % tileColumns * OUT_SIDE + x;
      if (outY < outHeight && outX < outWidth) {
        const int index = (map * outHeight + outY) * outWidth + outX;
        STORE(EPILOGUE(sums[y * IN_SIDE + x], channel, index), output, index);
      }
    }
  }
}
