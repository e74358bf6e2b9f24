/*
 * Name: clear_counters
 * Computes: counters[sample, i] = 0
 * Inputs: none
 * Output: counters [batch, pitch], numbers of 32 bits
 * NDRange: axis 0 counter of a sample, axis 1 sample from rowBegin, axis 2 unused; one work-item
 *   per counter
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing
 * Cost: 4 bytes per counter
 * Source: what conv/conv_chain_c8.cpu.cl asks for
 */
__kernel void clear_counters(__global int *restrict counters, const int pitch,
                             const int rowBegin, const int rowEnd) {
  const int counter = get_global_id(0);
  const int sample = rowBegin + (int)get_global_id(1);
  if (counter < pitch && sample < rowEnd && get_global_id(2) == 0) {
    counters[sample * pitch + counter] = 0;
  }
}
