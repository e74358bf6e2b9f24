/*
 * Name: nchw_to_c8
 * Computes: output[n,c/8,y,x,c%8] = input[n,c,y,x]; 0 in the lanes behind the last channel
 * Inputs: input [batch, channels, height, width]
 * Output: [batch, ceil(channels / 8), height, width, 8]
 * NDRange: axis 0 tile of 8 pixels in a row, axis 1 row from rowBegin, axis 2 batch and channel
 *   block; one work-item per 8 pixels of a block
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the only way into blocked maps
 * Cost: no flops; 8 bytes per element
 * Source: the layout of tensor.Layout.NCHWC8
 */
#include "common/vector8.clh"
#include "layout/tile8.clh"

__kernel void nchw_to_c8(__global const STORAGE *restrict input,
                         __global STORAGE *restrict output,
                         const int batch, const int channels,
                         const int height, const int width,
                         const int rowBegin, const int rowEnd) {
  const int first = firstPixelOfTile(width, rowBegin);
  const int end = rowEnd * width;
  const int map = get_global_id(2);
  const int blocks = (channels + 7) / 8;
  if (first >= end || map >= batch * blocks) {
    return;
  }
  const int plane = height * width;
  const int firstChannel = map % blocks * 8;
  const int laneCount = min(8, channels - firstChannel);
  __global const STORAGE *from = input + (map / blocks * channels + firstChannel) * plane + first;
  const int to = map * plane + first;

  if (end - first >= TILE_PIXELS) {
    float8 tile[8];
#pragma unroll
    for (int lane = 0; lane < 8; lane++) {
      tile[lane] = lane < laneCount ? LOAD8(from + lane * plane, 0) : (float8)(0.0f);
    }
    transposeTile(tile);
#pragma unroll
    for (int pixel = 0; pixel < TILE_PIXELS; pixel++) {
      STORE_VALUE(tile[pixel], output, to + pixel);
    }
    return;
  }
  for (int pixel = 0; pixel < end - first; pixel++) {
    for (int lane = 0; lane < 8; lane++) {
      const float number = lane < laneCount ? LOAD(from, lane * plane + pixel) : 0.0f;
      STORE(number, output, (to + pixel) * 8 + lane);
    }
  }
}
