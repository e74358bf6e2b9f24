/*
 * Name: pointwise_c8
 * Computes: output[n,o,y,x] = EPILOGUE(sum over c of weight[m,o,c] *
 *   input[n,c,y*strideH,x*STRIDE_W]), where m = n / samplesPerWeight
 * Inputs: input [batch, inBlocks, inHeight, inWidth, 8];
 *   weight [batch / samplesPerWeight, outBlocks / OUT_BLOCKS, inBlocks, 8, OUT_BLOCKS, 8];
 *   the epilogue's bias [outBlocks, 8] and residual (the output's shape)
 * Output: [batch, outBlocks, outHeight, outWidth, 8]; the epilogue's stores in the same shape
 * NDRange: axis 0 tile of TILE_COLUMNS output columns, axis 1 row of the output from rowBegin,
 *   axis 2 batch and group of OUT_BLOCKS output blocks; one work-item per register tile. With
 *   JOINED_ROWS tiles are cut from the whole range of rows instead, and counted along both axes
 * Tunables: TILE_COLUMNS (pixels of a tile, 7), OUT_BLOCKS (blocks of eight output channels, 2);
 *   their product and the numbers in flight should fit into the vector registers
 * Requires: a 1x1 kernel, no padding, one group; STRIDE_W as a macro; without JOINED_ROWS outWidth
 *   of at least TILE_COLUMNS, with it strides of 1 and outHeight * outWidth of at least that; with
 *   FLOAT_MAPS the maps are scratch in float, whatever the weights are stored in, and there is no
 *   bias, residual or store
 * Falls back to: conv/pointwise.ref.cl
 * Cost: 2 * batch * outChannels * outHeight * outWidth * inChannels flops; 4 bytes for each element
 *   of input, weight and output if caches hold what is read again
 * Source: Lin, Chen, Yan, "Network in Network", 2014, section 3; for the tile Goto and van de
 *   Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008, section 4
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "conv/register_tile.clh"

__kernel void pointwise_c8(__global const MAP *restrict input,
                           __global const STORAGE *restrict weight,
                           __global MAP *restrict output,
                           EPILOGUE_PARAMETERS,
                           const int batch, const int samplesPerWeight,
                           const int inBlocks, const int inHeight, const int inWidth,
                           const int outBlocks, const int outHeight, const int outWidth,
                           const int strideH,
                           const int rowBegin, const int rowEnd) {
  const int groups = (outBlocks + OUT_BLOCKS - 1) / OUT_BLOCKS;
  const int sample = (int)get_global_id(2) / groups;
  const int group = (int)get_global_id(2) % groups;
#ifdef JOINED_ROWS
  const int tile = get_global_id(1) * get_global_size(0) + get_global_id(0);
  const int begin = rowBegin * outWidth + tile * TILE_COLUMNS;
  const int end = rowEnd * outWidth;
  const int pixel = min(begin, outHeight * outWidth - TILE_COLUMNS);
  const int inPixel = pixel;
#else
  const int outY = rowBegin + (int)get_global_id(1);
  const int tileBegin = (int)get_global_id(0) * TILE_COLUMNS;
  const int outX = min(tileBegin, outWidth - TILE_COLUMNS);
  const int begin = outY * outWidth + tileBegin;
  const int end = min(outY + 1, rowEnd) * outWidth;
  const int pixel = outY * outWidth + outX;
  const int inPixel = outY * strideH * inWidth + outX * STRIDE_W;
#endif
  if (begin >= end || sample >= batch) {
    return;
  }
  const int inPlane = inHeight * inWidth * 8;
  __global const MAP *pixels = input + sample * inBlocks * inPlane + inPixel * 8;
  __global const STORAGE *factors =
      weight + (sample / samplesPerWeight * groups + group) * inBlocks * 8 * OUT_BLOCKS * 8;

  DECLARE_TILE(sums);
  for (int block = 0; block < inBlocks; block++) {
    ADD_BLOCK(sums, pixels + block * inPlane, STRIDE_W, factors + block * 8 * OUT_BLOCKS * 8);
  }
  STORE_TILE(sums, sample, group * OUT_BLOCKS, pixel, begin, end);
}
