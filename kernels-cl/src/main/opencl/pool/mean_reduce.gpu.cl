/*
 * Name: mean_reduce
 * Computes: output[o] = (sum over k of input[o,k]) / length
 * Inputs: input [outer, length]; a global average pool has outer = batch * channels and
 *   length = height * width
 * Output: [outer]
 * NDRange: axis 0 LANES work-items that share a sum, axis 1 outer position from rowBegin, axis 2
 *   unused; one work-group per output element
 * Tunables: LANES (64), work-items of a work-group, a power of two
 * Requires: nothing behind the axes of the mean; work-groups of LANES work-items, 4 * LANES bytes
 *   of local memory
 * Falls back to: pool/reduce_mean.ref.cl
 * Cost: 1 flop and 4 bytes per input element
 * Source: ONNX operators ReduceMean and GlobalAveragePool; Harris, "Optimizing Parallel Reduction
 *   in CUDA", 2007
 *
 *   input   | 0 1 2 .. LANES-1 | 0 1 2 .. LANES-1 | 0 1 ..     the lane that adds an element
 *   numbers | 0 1 2 .. LANES-1 |                               one sum per lane, in local memory
 *   output  | the tree's sum / length |
 */
#ifndef LANES
#define LANES 64
#endif
#include "common/storage.clh"
#include "common/tree.clh"

__attribute__((reqd_work_group_size(LANES, 1, 1)))
__kernel void mean_reduce(__global const STORAGE *restrict input,
                          __global STORAGE *restrict output,
                          const int length,
                          const int rowBegin, const int rowEnd) {
  __local float numbers[LANES];
  const int lane = get_local_id(0);
  // Work-groups are one row high: a row is theirs as a whole, or there is none to reduce.
  const int row = rowBegin + (int)get_group_id(1);
  const int count = row < rowEnd ? length : 0;

  float own = 0.0f;
  for (int k = lane; k < count; k += LANES) {
    own += LOAD(input, row * length + k);
  }
  const float sum = treeSum(own, numbers, lane);
  if (lane == 0 && row < rowEnd && get_group_id(0) == 0) {
    STORE(sum / length, output, row);
  }
}
