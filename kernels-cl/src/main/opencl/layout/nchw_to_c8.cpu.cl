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
#include "layout/tile8.clh"

__kernel void nchw_to_c8(__global const BITS *restrict input,
                         __global BITS *restrict output,
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
  __global const BITS *maps = input + (map / blocks * channels + firstChannel) * plane + first;
  __global BITS *block = output + (map * plane + first) * 8;
  blockPixels(maps, plane, min(8, channels - firstChannel), min(end - first, TILE_PIXELS), block);
}
