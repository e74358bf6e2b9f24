/*
 * Name: c8_to_nchw
 * Computes: output[n,c,y,x] = input[n,c/8,y,x,c%8]; lanes behind the last channel are left out
 * Inputs: input [batch, ceil(channels / 8), height, width, 8]
 * Output: [batch, channels, height, width]
 * NDRange: axis 0 tile of 8 pixels in a row, axis 1 row from rowBegin, axis 2 batch and channel
 *   block; one work-item per 8 pixels of a block
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the only way out of blocked maps
 * Cost: no flops; 8 bytes per element
 * Source: the layout of tensor.Layout.NCHWC8
 */
#include "layout/tile8.clh"

__kernel void c8_to_nchw(__global const BITS *restrict input,
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
  __global const BITS *block = input + (map * plane + first) * 8;
  __global BITS *maps = output + (map / blocks * channels + firstChannel) * plane + first;
  unblockPixels(block, min(end - first, TILE_PIXELS), maps, plane, min(8, channels - firstChannel));
}
