/*
 * Name: softmax
 * Computes: output[o,k,i] = exp(input[o,k,i] - most) / (sum over j of exp(input[o,j,i] - most))
 *   with most = max over j of input[o,j,i], so that no exponential overflows
 * Inputs: input [outer, length, inner], where length is the axis that sums to 1
 * Output: the input's shape
 * NDRange: axis 0 inner position, axis 1 outer position from rowBegin, axis 2 unused; one work-item
 *   computes all `length` numbers of its (outer, inner)
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: 7 flops per element; 4 bytes for each element of input and output if caches hold what is
 *   read again
 * Source: ONNX operator Softmax, version 13
 */
#include "common/storage.clh"

__kernel void softmax(__global const STORAGE *restrict input,
                      __global STORAGE *restrict output,
                      const int length, const int inner,
                      const int rowBegin, const int rowEnd) {
  const int innerIndex = get_global_id(0);
  const int outerIndex = rowBegin + (int)get_global_id(1);
  if (innerIndex >= inner || outerIndex >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  const int start = outerIndex * length * inner + innerIndex;

  float most = -INFINITY;
  for (int k = 0; k < length; k++) {
    most = fmax(most, LOAD(input, start + k * inner));
  }

  float sum = 0.0f;
  for (int k = 0; k < length; k++) {
    sum += exp(LOAD(input, start + k * inner) - most);
  }

  for (int k = 0; k < length; k++) {
    STORE(exp(LOAD(input, start + k * inner) - most) / sum, output, start + k * inner);
  }
}
