/*
 * Name: c8_to_nchw
 * Computes: output[n,c,y,x] = input[n,c/8,y,x,c%8]; lanes behind the last channel are left out
 * Inputs: input [batch, ceil(channels / 8), height, width, 8]
 * Output: [batch, channels, height, width]
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 batch and channel block; one work-item
 *   per pixel and block
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the only way out of blocked maps
 * Cost: no flops; 8 bytes per element
 * Source: the layout of tensor.Layout.NCHWC8
 */
#include "common/vector8.clh"

__kernel void c8_to_nchw(__global const float *restrict input,
                         __global float *restrict output,
                         const int batch, const int channels,
                         const int height, const int width,
                         const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  const int blocks = (channels + 7) / 8;
  if (column >= width || row >= rowEnd || map >= batch * blocks) {
    return;
  }
  const int plane = height * width;
  const int pixel = row * width + column;
  const int firstChannel = map % blocks * 8;
  __global float *to = output + (map / blocks * channels + firstChannel) * plane + pixel;

  float lanes[8];
  vstore8(LOAD_VALUE(input, map * plane + pixel), 0, lanes);
  const int laneCount = min(8, channels - firstChannel);
  for (int lane = 0; lane < laneCount; lane++) {
    to[lane * plane] = lanes[lane];
  }
}
