/*
 * Name: softmax_reduce
 * Computes: output[o,k] = exp(input[o,k] - most) / (sum over j of exp(input[o,j] - most))
 *   with most = max over j of input[o,j], so that no exponential overflows
 * Inputs: input [outer, length], where length is the axis that sums to 1
 * Output: the input's shape
 * NDRange: axis 0 LANES work-items that share a row, axis 1 outer position from rowBegin, axis 2
 *   unused; one work-group per row
 * Tunables: LANES (64), work-items of a work-group, a power of two
 * Requires: the last axis; work-groups of LANES work-items, 4 * LANES bytes of local memory
 * Falls back to: softmax/softmax.ref.cl
 * Cost: 7 flops per element; 4 bytes for each element of input and output if caches hold what is
 *   read again
 * Source: ONNX operator Softmax, version 13
 *
 *   input, output | 0 1 2 .. LANES-1 | 0 1 2 .. LANES-1 | 0 1 ..   the lane that has an element
 *   numbers       | 0 1 2 .. LANES-1 |       one maximum, then one sum per lane, in local memory
 */
#ifndef LANES
#define LANES 64
#endif
#include "common/storage.clh"
#include "common/tree.clh"

__attribute__((reqd_work_group_size(LANES, 1, 1)))
__kernel void softmax_reduce(__global const STORAGE *restrict input,
                             __global STORAGE *restrict output,
                             const int length,
                             const int rowBegin, const int rowEnd) {
  __local float numbers[LANES];
  const int lane = get_local_id(0);
  const int row = rowBegin + (int)get_group_id(1);
  const int count = row < rowEnd && get_group_id(0) == 0 ? length : 0;
  const int start = row * length;

  float ownMost = -INFINITY;
  for (int k = lane; k < count; k += LANES) {
    ownMost = fmax(ownMost, LOAD(input, start + k));
  }
  const float most = treeMost(ownMost, numbers, lane);

  float ownSum = 0.0f;
  for (int k = lane; k < count; k += LANES) {
    ownSum += exp(LOAD(input, start + k) - most);
  }
  const float sum = treeSum(ownSum, numbers, lane);

  for (int k = lane; k < count; k += LANES) {
    STORE(exp(LOAD(input, start + k) - most) / sum, output, start + k);
  }
}
