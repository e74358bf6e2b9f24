/*
 * Name: expand_depthwise_c8
 * Computes: expanded[n,c,y,x] = EXPAND_ACTIVATION(expandBias[c] + sum over k of expandWeight[c,k] *
 *   input[n,k,y,x]); output[n,c,y,x] = EPILOGUE(sum over i,j of weight[c,i,j] *
 *   expanded[n, c, y*strideH-padTop+i, x*STRIDE_W-padLeft+j]), zero outside of the input
 * Inputs: input [batch, inBlocks, inHeight, inWidth, 8];
 *   expandWeight [blocks / OUT_BLOCKS, inBlocks, 8, OUT_BLOCKS, 8]; weight [blocks, KERNEL_H,
 *   KERNEL_W, 8]; expandBias [blocks, 8]; the epilogue's bias [blocks, 8] and residual (the
 *   output's shape)
 * Output: [batch, blocks, outHeight, outWidth, 8]; the epilogue's stores in the same shape
 * NDRange: axis 0 unused, axis 1 band of bandRows output rows from rowBegin, axis 2 batch and group
 *   of OUT_BLOCKS blocks; one work-item per band and group
 * Tunables: TILE_COLUMNS (pixels of an expanded tile, 7), OUT_BLOCKS (its blocks of eight channels,
 *   2), DEPTHWISE_COLUMNS (pixels of a tile of the output, 14)
 * Requires: inWidth of at least TILE_COLUMNS, outWidth of at least DEPTHWISE_COLUMNS;
 *   KERNEL_H, KERNEL_W and STRIDE_W as macros; RING_COLUMNS of at least pitch, which is inWidth
 *   and the padding on both sides
 * Falls back to: conv/pointwise.ref.cl and conv/depthwise.ref.cl, one after the other
 * Cost: 2 * batch * channels * (inHeight * inWidth * inChannels + outHeight * outWidth * KERNEL_H *
 *   KERNEL_W) flops and KERNEL_H - strideH expanded rows more for each band; 4 bytes for each
 *   element of input and output, none for the expanded map
 * Source: Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", 2018, section
 *   5.1, memory efficient inference
 *
 * A ring holds the KERNEL_H expanded rows that an output row needs; the next output row replaces
 * strideH of them:
 *
 *   slot 0 | pad | row 3 of the expanded map | pad |     expanded for this output row
 *   slot 1 | pad | row 1                     | pad |
 *   slot 2 | pad | row 2                     | pad |     KERNEL_H = 3, strideH = 1
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "conv/register_tile.clh"

#define RING_ROW (OUT_BLOCKS * RING_COLUMNS * 8)

__kernel void expand_depthwise_c8(__global const STORAGE *restrict input,
                                  __global const STORAGE *restrict expandWeight,
                                  __global const STORAGE *restrict weight,
                                  __global STORAGE *restrict output,
                                  EPILOGUE_PARAMETERS,
                                  __global const STORAGE *restrict expandBias,
                                  const float expandAlpha, const float expandBeta,
                                  const int batch,
                                  const int inBlocks, const int inHeight, const int inWidth,
                                  const int blocks, const int outHeight, const int outWidth,
                                  const int strideH, const int padTop, const int padLeft,
                                  const int pitch, const int bandRows,
                                  const int rowBegin, const int rowEnd) {
  const int groups = (blocks + OUT_BLOCKS - 1) / OUT_BLOCKS;
  const int band = rowBegin + (int)get_global_id(1);
  const int sample = (int)get_global_id(2) / groups;
  const int group = (int)get_global_id(2) % groups;
  if (get_global_id(0) > 0 || band >= rowEnd || sample >= batch) {
    return;
  }
  const int inPlane = inHeight * inWidth * 8;
  __global const STORAGE *maps = input + sample * inBlocks * inPlane;
  __global const STORAGE *factors = expandWeight + group * inBlocks * 8 * OUT_BLOCKS * 8;

  // Padding stays zero: only pixels of the input are written.
  float ring[KERNEL_H * RING_ROW];
  for (int row = 0; row < KERNEL_H * OUT_BLOCKS; row++) {
    for (int x = 0; x < pitch; x++) {
      vstore8((float8)(0.0f), row * RING_COLUMNS + x, ring);
    }
  }

  const int outBegin = band * bandRows;
  const int outEnd = min(outHeight, outBegin + bandRows);
  int expandedEnd = outBegin * strideH - padTop;
  for (int outY = outBegin; outY < outEnd; outY++) {
    const int top = outY * strideH - padTop;
    for (int inY = max(expandedEnd, top); inY < top + KERNEL_H; inY++) {
      float *row = ring + (inY + padTop) % KERNEL_H * RING_ROW + padLeft * 8;
      if (inY < 0 || inY >= inHeight) {
        for (int o = 0; o < OUT_BLOCKS; o++) {
          for (int x = 0; x < inWidth; x++) {
            vstore8((float8)(0.0f), o * RING_COLUMNS + x, row);
          }
        }
        continue;
      }
      for (int begin = 0; begin < inWidth; begin += TILE_COLUMNS) {
        const int inX = min(begin, inWidth - TILE_COLUMNS);
        __global const STORAGE *pixels = maps + (inY * inWidth + inX) * 8;
        DECLARE_TILE(sums);
        for (int block = 0; block < inBlocks; block++) {
          ADD_BLOCK(sums, pixels + block * inPlane, 1, factors + block * 8 * OUT_BLOCKS * 8);
        }
        UNROLL for (int o = 0; o < OUT_BLOCKS; o++) {
          const float8 bias = LOAD8(expandBias, min(group * OUT_BLOCKS + o, blocks - 1));
          UNROLL for (int i = 0; i < TILE_COLUMNS; i++) {
            vstore8(ACTIVATE_KIND(EXPAND_ACTIVATION, sums[o][i] + bias, expandAlpha, expandBeta),
                    o * RING_COLUMNS + inX + i, row);
          }
        }
      }
    }
    expandedEnd = top + KERNEL_H;

    const int blockEnd = min(OUT_BLOCKS, blocks - group * OUT_BLOCKS);
    for (int o = 0; o < blockEnd; o++) {
      const int block = group * OUT_BLOCKS + o;
      const int outRow = ((sample * blocks + block) * outHeight + outY) * outWidth;
      for (int begin = 0; begin < outWidth; begin += DEPTHWISE_COLUMNS) {
        const int outX = min(begin, outWidth - DEPTHWISE_COLUMNS);
        float8 sums[DEPTHWISE_COLUMNS];
        UNROLL for (int i = 0; i < DEPTHWISE_COLUMNS; i++) {
          sums[i] = (float8)(0.0f);
        }
        UNROLL for (int tapY = 0; tapY < KERNEL_H; tapY++) {
          const float *row = ring + (top + tapY + padTop) % KERNEL_H * RING_ROW +
                             (o * RING_COLUMNS + outX * STRIDE_W) * 8;
          UNROLL for (int tapX = 0; tapX < KERNEL_W; tapX++) {
            const float8 tap = LOAD8(weight, (block * KERNEL_H + tapY) * KERNEL_W + tapX);
            UNROLL for (int i = 0; i < DEPTHWISE_COLUMNS; i++) {
              sums[i] = fma(vload8(i * STRIDE_W + tapX, row), tap, sums[i]);
            }
          }
        }
        UNROLL for (int i = 0; i < DEPTHWISE_COLUMNS; i++) {
          if (outX + i >= begin) {
            const int index = outRow + outX + i;
            STORE_VALUE(EPILOGUE(sums[i], block, index), output, index);
          }
        }
      }
    }
  }
}
