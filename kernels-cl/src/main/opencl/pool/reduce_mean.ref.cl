/*
 * Name: reduce_mean
 * Computes: output[o,i] = (sum over k of input[o,k,i]) / length
 * Inputs: input [outer, length, inner]; a global average pool has outer = batch * channels,
 *   length = height * width and inner = 1
 * Output: [outer, inner]
 * NDRange: axis 0 inner position, axis 1 outer position from rowBegin, axis 2 unused; one work-item
 *   per output element
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: 1 flop and 4 bytes per input element
 * Source: ONNX operators ReduceMean and GlobalAveragePool
 */
#include "common/storage.clh"

// Sums of so many numbers are added up in turn, which keeps rounding errors of long sums small.
#define PARTIAL_LENGTH 64

__kernel void reduce_mean(__global const STORAGE *restrict input,
                          __global STORAGE *restrict output,
                          const int length, const int inner,
                          const int rowBegin, const int rowEnd) {
  const int innerIndex = get_global_id(0);
  const int outerIndex = rowBegin + (int)get_global_id(1);
  if (innerIndex >= inner || outerIndex >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  const int start = outerIndex * length * inner + innerIndex;

  float sum = 0.0f;
  for (int begin = 0; begin < length; begin += PARTIAL_LENGTH) {
    const int end = min(begin + PARTIAL_LENGTH, length);
    float partial = 0.0f;
    for (int k = begin; k < end; k++) {
      partial += LOAD(input, start + k * inner);
    }
    sum += partial;
  }
  STORE(sum / length, output, outerIndex * inner + innerIndex);
}
