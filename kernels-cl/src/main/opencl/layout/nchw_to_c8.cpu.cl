/*
 * Name: nchw_to_c8
 * Computes: output[n,c/8,y,x,c%8] = input[n,c,y,x]; 0 in the lanes behind the last channel
 * Inputs: input [batch, channels, height, width]
 * Output: [batch, ceil(channels / 8), height, width, 8]
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 batch and channel block; one work-item
 *   per pixel and block
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the only way into blocked maps
 * Cost: no flops; 8 bytes per element
 * Source: the layout of tensor.Layout.NCHWC8
 */
#include "common/vector8.clh"

__kernel void nchw_to_c8(__global const float *restrict input,
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
  __global const float *from = input + (map / blocks * channels + firstChannel) * plane + pixel;

  float lanes[8];
  for (int lane = 0; lane < 8; lane++) {
    lanes[lane] = firstChannel + lane < channels ? from[lane * plane] : 0.0f;
  }
  STORE_VALUE(vload8(0, lanes), output, map * plane + pixel);
}
