/*
 * Name: winograd_fused_c8
 * Computes: output = EPILOGUE(A^T (sum over input channels of (G g G^T) * (B^T d B)) A) for each
 *   tile of OUT_SIDE^2 output pixels, where d is the patch of (OUT_SIDE + 2)^2 input pixels that
 *   the tile sees, zero outside of the input, and g a 3x3 kernel
 * Inputs: input [batch, inBlocks, inHeight, inWidth, 8];
 *   weight [(OUT_SIDE + 2)^2, outBlocks / OUT_BLOCKS, inBlocks, 8, OUT_BLOCKS, 8], transformed;
 *   the epilogue's bias [outBlocks, 8] and residual (the output's shape)
 * Output: [batch, outBlocks, outHeight, outWidth, 8]; the epilogue's stores in the same shape
 * NDRange: axis 0 and 1 together group of TILE_COLUMNS tiles, counted along the rows of tiles from
 *   rowBegin, axis 2 batch and group of OUT_BLOCKS output blocks; one work-item per work-group
 * Tunables: OUT_SIDE (side of an output tile, 4 or 2), TILE_COLUMNS (tiles of a group, 4),
 *   OUT_BLOCKS (blocks of eight output channels, 2)
 * Requires: OUT_SIDE as a macro; at least TILE_COLUMNS tiles; local memory for the patches and the
 *   products of a group: (OUT_SIDE + 2)^2 * (TILE_COLUMNS * (inBlocks + OUT_BLOCKS) + 4) * 32 bytes
 * Falls back to: conv/winograd_input_c8.cpu.cl
 * Cost: 2 * (OUT_SIDE + 2)^2 * inChannels * outChannels flops per tile, and about 11 per element
 *   of a patch for the transforms; 4 bytes for each element of input, weight and output
 * Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4
 *
 * All three steps of a group (see conv/winograd_group.clh) follow each other while its numbers are
 * in the cache, in one launch: small maps would spend more time on starting three. Each group of
 * output blocks transforms the patches for itself.
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "conv/winograd_group.clh"

__attribute__((reqd_work_group_size(1, 1, 1)))
__kernel void winograd_fused_c8(__global const STORAGE *restrict input,
                                __global const STORAGE *restrict weight,
                                __global STORAGE *restrict output,
                                EPILOGUE_PARAMETERS,
                                __local float *restrict patches,
                                __local float *restrict products,
                                const int batch,
                                const int inBlocks, const int inHeight, const int inWidth,
                                const int outBlocks, const int outHeight, const int outWidth,
                                const int tileColumns,
                                const int padTop, const int padLeft,
                                const int rowBegin, const int rowEnd) {
  const int groups = (outBlocks + OUT_BLOCKS - 1) / OUT_BLOCKS;
  const int sample = (int)get_global_id(2) / groups;
  const int group = (int)get_global_id(2) % groups;
  const int tileRows = (outHeight + OUT_SIDE - 1) / OUT_SIDE;
  const int begin = rowBegin * tileColumns +
      (int)(get_global_id(1) * get_global_size(0) + get_global_id(0)) * TILE_COLUMNS;
  const int end = rowEnd * tileColumns;
  if (begin >= end || sample >= batch) {
    return;
  }
  const int first = min(begin, tileRows * tileColumns - TILE_COLUMNS);
  const int firstBlock = group * OUT_BLOCKS;

  transformPatches(input, patches, sample, first, tileColumns, inBlocks, inHeight, inWidth, padTop,
                   padLeft);
  multiplyPatches(patches, weight, products, inBlocks, groups, group);
  STORE_GROUP(products, first, begin, end, min(OUT_BLOCKS, outBlocks - firstBlock),
              sample * outBlocks + firstBlock, firstBlock);
}
