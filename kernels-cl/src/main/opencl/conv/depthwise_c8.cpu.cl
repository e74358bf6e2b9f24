/*
 * Name: depthwise_c8
 * Computes: output[n,c,y,x] = EPILOGUE(sum over i,j of weight[c,i,j] *
 *   input[n, c, y*strideH-padTop+i*dilationH, x*STRIDE_W-padLeft+j*DILATION_W]), zero outside of
 *   the input
 * Inputs: input [batch, blocks, inHeight, inWidth, 8]; weight [blocks, kernelH, KERNEL_W, 8];
 *   the epilogue's bias [blocks, 8] and residual (the output's shape)
 * Output: [batch, blocks, outHeight, outWidth, 8]; the epilogue's stores in the same shape
 * NDRange: axis 0 tile of TILE_COLUMNS output columns, axis 1 row of the output from rowBegin,
 *   axis 2 batch and block of eight channels; one work-item per tile
 * Tunables: TILE_COLUMNS (pixels of a tile, 7), so that a row's window stays in registers
 * Requires: as many groups as input and output channels; outWidth of at least TILE_COLUMNS;
 *   KERNEL_W, STRIDE_W and DILATION_W as macros
 * Falls back to: conv/depthwise.ref.cl
 * Cost: 2 * batch * channels * outHeight * outWidth * kernelH * KERNEL_W flops; 4 bytes for each
 *   element of input, weight and output if caches hold what is read again
 * Source: Zhang, Lo, Lu, "High Performance Depthwise and Pointwise Convolutions on Mobile Devices",
 *   2020, section 3.2
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "common/unroll.clh"
#include "common/window.clh"

// Input columns that a tile sees.
#define WINDOW ((TILE_COLUMNS - 1) * STRIDE_W + (KERNEL_W - 1) * DILATION_W + 1)

__kernel void depthwise_c8(__global const STORAGE *restrict input,
                           __global const STORAGE *restrict weight,
                           __global STORAGE *restrict output,
                           EPILOGUE_PARAMETERS,
                           const int batch,
                           const int blocks, const int inHeight, const int inWidth,
                           const int outHeight, const int outWidth,
                           const int kernelH, const int strideH,
                           const int padTop, const int padLeft,
                           const int dilationH,
                           const int rowBegin, const int rowEnd) {
  const int tileBegin = (int)get_global_id(0) * TILE_COLUMNS;
  const int outY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (tileBegin >= outWidth || outY >= rowEnd || map >= batch * blocks) {
    return;
  }
  // The last tile of a row is moved left so that it ends with the row.
  const int outX = min(tileBegin, outWidth - TILE_COLUMNS);
  const int block = map % blocks;

  const int top = outY * strideH - padTop;
  const int left = outX * STRIDE_W - padLeft;
  const int tapYEnd = endTap(top, dilationH, inHeight, kernelH);
  const bool isInside = left >= 0 && left + WINDOW <= inWidth;

  float8 sums[TILE_COLUMNS];
  UNROLL for (int i = 0; i < TILE_COLUMNS; i++) {
    sums[i] = (float8)(0.0f);
  }
  for (int tapY = firstTap(top, dilationH); tapY < tapYEnd; tapY++) {
    const int first = (map * inHeight + top + tapY * dilationH) * inWidth + left;
    float8 window[WINDOW];
    if (isInside) {
      UNROLL for (int x = 0; x < WINDOW; x++) {
        window[x] = LOAD_VALUE(input, first + x);
      }
    } else {
      UNROLL for (int x = 0; x < WINDOW; x++) {
        const bool isPadding = left + x < 0 || left + x >= inWidth;
        window[x] = isPadding ? (float8)(0.0f) : LOAD_VALUE(input, first + x);
      }
    }
    UNROLL for (int tapX = 0; tapX < KERNEL_W; tapX++) {
      const float8 tap = LOAD_VALUE(weight, (block * kernelH + tapY) * KERNEL_W + tapX);
      UNROLL for (int i = 0; i < TILE_COLUMNS; i++) {
        sums[i] = fma(window[i * STRIDE_W + tapX * DILATION_W], tap, sums[i]);
      }
    }
  }

  UNROLL for (int i = 0; i < TILE_COLUMNS; i++) {
    if (outX + i >= tileBegin) {
      const int index = (map * outHeight + outY) * outWidth + outX + i;
      STORE_VALUE(EPILOGUE(sums[i], block, index), output, index);
    }
  }
}
