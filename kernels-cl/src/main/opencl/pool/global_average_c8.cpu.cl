/*
 * Name: global_average_c8
 * Computes: output[m,lane] = (sum over pixels p of input[m,p,lane]) / pixels
 * Inputs: input [maps, pixels, 8], where maps = batch * channel blocks
 * Output: [maps, 8]
 * NDRange: axis 0 and axis 1 (from rowBegin) have one position, axis 2 map; one work-item per map
 * Tunables: none
 * Requires: maps in blocks of 8 channels
 * Falls back to: pool/reduce_mean.ref.cl
 * Cost: 1 flop and 4 bytes per input element
 * Source: ONNX operators GlobalAveragePool and ReduceMean
 */
#include "common/vector8.clh"

// Sums of so many numbers are added up in turn, which keeps rounding errors of long sums small.
#define PARTIAL_LENGTH 64

__kernel void global_average_c8(__global const STORAGE *restrict input,
                                __global STORAGE *restrict output,
                                const int maps, const int pixels,
                                const int rowBegin, const int rowEnd) {
  const int map = get_global_id(2);
  if (get_global_id(0) > 0 || rowBegin + (int)get_global_id(1) >= rowEnd || map >= maps) {
    return;
  }
  const int start = map * pixels;

  float8 sum = (float8)(0.0f);
  for (int begin = 0; begin < pixels; begin += PARTIAL_LENGTH) {
    const int end = min(begin + PARTIAL_LENGTH, pixels);
    float8 partial = (float8)(0.0f);
    for (int pixel = begin; pixel < end; pixel++) {
      partial += LOAD_VALUE(input, start + pixel);
    }
    sum += partial;
  }
  STORE_VALUE(sum / (float)pixels, output, map);
}
