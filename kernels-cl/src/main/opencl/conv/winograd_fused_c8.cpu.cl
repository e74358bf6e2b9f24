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
 *                 input patches          patches          products            output
 *   local memory             --transform-->   --multiply by-->   --transform-->
 *   of one group                              weights             back
 *
 * All three steps of a group follow each other while its numbers are in the cache, in one launch:
 * small maps would spend more time on starting three. Each group of output blocks transforms the
 * patches for itself.
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "conv/register_tile.clh"
#include "conv/winograd.clh"

// From one product to the next, in vectors. Powers of two would put all of them into few lines of
// the cache.
#define PITCH_PADDING 2
#define PRODUCT_PITCH (OUT_BLOCKS * TILE_COLUMNS + PITCH_PADDING)

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
  const int patchPitch = inBlocks * TILE_COLUMNS + PITCH_PADDING;
  const int first = min(begin, tileRows * tileColumns - TILE_COLUMNS);

  for (int i = 0; i < TILE_COLUMNS; i++) {
    const int top = (first + i) / tileColumns * OUT_SIDE - padTop;
    const int left = (first + i) % tileColumns * OUT_SIDE - padLeft;
    for (int block = 0; block < inBlocks; block++) {
      float8 patch[PRODUCTS];
      READ_PATCH(patch, sample * inBlocks + block, top, left);
      UNROLL for (int p = 0; p < PRODUCTS; p++) {
        vstore8(patch[p], p * patchPitch + block * TILE_COLUMNS + i, patches);
      }
    }
  }

  for (int p = 0; p < PRODUCTS; p++) {
    __local const float *pixels = patches + p * patchPitch * 8;
    __global const STORAGE *factors =
        weight + (p * groups + group) * inBlocks * 8 * OUT_BLOCKS * 8;
    DECLARE_TILE(sums);
    for (int block = 0; block < inBlocks; block++) {
      ADD_CHANNELS(sums, LOAD_PRIVATE, pixels + block * TILE_COLUMNS * 8, 8, 8,
                   factors + block * 8 * OUT_BLOCKS * 8);
    }
    UNROLL for (int o = 0; o < OUT_BLOCKS; o++) {
      UNROLL for (int i = 0; i < TILE_COLUMNS; i++) {
        vstore8(sums[o][i], p * PRODUCT_PITCH + o * TILE_COLUMNS + i, products);
      }
    }
  }

  for (int i = begin - first; i < min(end - first, TILE_COLUMNS); i++) {
    const int top = (first + i) / tileColumns * OUT_SIDE;
    const int left = (first + i) % tileColumns * OUT_SIDE;
    for (int o = 0; o < min(OUT_BLOCKS, outBlocks - group * OUT_BLOCKS); o++) {
      float8 sums[PRODUCTS];
      UNROLL for (int p = 0; p < PRODUCTS; p++) {
        sums[p] = vload8(p * PRODUCT_PITCH + o * TILE_COLUMNS + i, products);
      }
      const int block = group * OUT_BLOCKS + o;
      STORE_OUTPUTS(sums, sample * outBlocks + block, block, top, left);
    }
  }
}
