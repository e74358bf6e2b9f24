/*
 * Name: conv2d_c8
 * Computes: output[n,o,y,x] = EPILOGUE(sum over c,i,j of weight[o,c,i,j] *
 *   input[n, c, y*strideH-padTop+i*dilationH, x*STRIDE_W-padLeft+j*DILATION_W]), zero outside of
 *   the input; c runs over the channels of o's group
 * Inputs: input [batch, inBlocks, inHeight, inWidth, IN_LANES], which is NCHW if IN_LANES is 1;
 *   weight [outBlocks / OUT_BLOCKS, spanBlocks, kernelH, KERNEL_W, IN_LANES, OUT_BLOCKS, 8];
 *   the epilogue's bias [outBlocks, 8] and residual (the output's shape)
 * Output: [batch, outBlocks, outHeight, outWidth, 8]; the epilogue's stores in the same shape
 * NDRange: axis 0 tile of TILE_COLUMNS output columns, axis 1 row of the output from rowBegin,
 *   axis 2 batch and group of OUT_BLOCKS output blocks; one work-item per register tile
 * Tunables: TILE_COLUMNS (pixels of a tile, 7), OUT_BLOCKS (blocks of eight output channels, 2);
 *   their product and the numbers in flight should fit into the vector registers
 * Requires: outWidth of at least TILE_COLUMNS; KERNEL_W, STRIDE_W and DILATION_W as
 *   macros; IN_LANES 8, or 1 for the few channels of a picture
 * Falls back to: conv/conv2d.ref.cl
 * Cost: 2 * batch * outChannels * outHeight * outWidth * inChannels * kernelH * KERNEL_W flops;
 *   4 bytes for each element of input, weight and output if caches hold what is read again
 * Source: Georganas et al., "Anatomy of High-Performance Deep Learning Convolutions on SIMD
 *   Architectures", 2018, section II
 *
 * See conv/register_tile.clh for the tile. It sees spanBlocks blocks of input channels, beginning
 * with the one that holds the first channel of its first group; weights are zero where input and
 * output belong to different groups. With one group it sees all blocks.
 *
 * Only tiles at the left and right border copy what they
 * read into a window with zeros around it; the others read the input directly.
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "common/window.clh"
#include "conv/register_tile.clh"

// Input columns that a tile sees.
#define WINDOW ((TILE_COLUMNS - 1) * STRIDE_W + (KERNEL_W - 1) * DILATION_W + 1)

#if IN_LANES == 8
#define COPY_PIXEL(from, to, x) vstore8(LOAD8(from, x), x, to)
#else
#define COPY_PIXEL(from, to, x) ((to)[x] = LOAD(from, x))
#endif

// All taps of one kernel row; `columns` points to the first input column of the tile.
#define ADD_ROW(sums, READ, columns, taps)                                                 \
  for (int tapX = 0; tapX < KERNEL_W; tapX++) {                                            \
    ADD_CHANNELS(sums, READ, (columns) + tapX * DILATION_W * IN_LANES, IN_LANES,           \
                 STRIDE_W * IN_LANES, (taps) + tapX * IN_LANES * OUT_BLOCKS * 8);          \
  }

__kernel void conv2d_c8(__global const STORAGE *restrict input,
                        __global const STORAGE *restrict weight,
                        __global STORAGE *restrict output,
                        EPILOGUE_PARAMETERS,
                        const int batch,
                        const int inBlocks, const int inHeight, const int inWidth,
                        const int outBlocks, const int outHeight, const int outWidth,
                        const int kernelH, const int strideH,
                        const int padTop, const int padLeft,
                        const int dilationH,
                        const int spanBlocks, const int inGroupChannels,
                        const int outGroupChannels,
                        const int rowBegin, const int rowEnd) {
  const int tileBegin = (int)get_global_id(0) * TILE_COLUMNS;
  const int outY = rowBegin + (int)get_global_id(1);
  const int groups = (outBlocks + OUT_BLOCKS - 1) / OUT_BLOCKS;
  const int sample = (int)get_global_id(2) / groups;
  const int group = (int)get_global_id(2) % groups;
  if (tileBegin >= outWidth || outY >= rowEnd || sample >= batch) {
    return;
  }
  const int outX = min(tileBegin, outWidth - TILE_COLUMNS);

  const int top = outY * strideH - padTop;
  const int left = outX * STRIDE_W - padLeft;
  const int tapYBegin = firstTap(top, dilationH);
  const int tapYEnd = endTap(top, dilationH, inHeight, kernelH);
  const int copyBegin = max(0, -left);
  const int copyEnd = min(WINDOW, inWidth - left);
#ifdef STORAGE_HALF
  // What is widened in the window is widened once, and not for every tap.
  const bool isDirect = false;
#else
  const bool isDirect = copyBegin == 0 && copyEnd == WINDOW;
#endif

  float window[WINDOW * IN_LANES];
  if (!isDirect) {
    for (int i = 0; i < WINDOW * IN_LANES; i++) {
      window[i] = 0.0f;
    }
  }

  const int firstGroup = group * OUT_BLOCKS * 8 / outGroupChannels;
  const int spanBegin = min(firstGroup * inGroupChannels / IN_LANES, inBlocks - spanBlocks);

  DECLARE_TILE(sums);
  for (int block = 0; block < spanBlocks; block++) {
    for (int tapY = tapYBegin; tapY < tapYEnd; tapY++) {
      const int inMap = sample * inBlocks + spanBegin + block;
      const int inRow = inMap * inHeight + top + tapY * dilationH;
      __global const STORAGE *columns = input + (inRow * inWidth + left) * IN_LANES;
      const int tapRow = ((group * spanBlocks + block) * kernelH + tapY) * KERNEL_W;
      __global const STORAGE *taps = weight + tapRow * IN_LANES * OUT_BLOCKS * 8;
      if (isDirect) {
        ADD_ROW(sums, LOAD, columns, taps);
      } else {
        for (int x = copyBegin; x < copyEnd; x++) {
          COPY_PIXEL(columns, window, x);
        }
        ADD_ROW(sums, LOAD_PRIVATE, window, taps);
      }
    }
  }
  const int outRow = outY * outWidth;
  STORE_TILE(sums, sample, group * OUT_BLOCKS, outRow + outX, outRow + tileBegin,
             outRow + outWidth);
}
