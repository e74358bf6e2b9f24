/*
 * Name: planted
 * Computes: output[i] = input[i] + the input of the next work-item of the group, with the fault
 *   that a macro names
 * Inputs: input [32]
 * Output: [32]
 * NDRange: axis 0 element, work-groups of 16
 * Tunables: none
 * Requires: one of the macros WRITES_OUT_OF_BOUNDS, READS_OUT_OF_BOUNDS, RACES_IN_LOCAL_MEMORY,
 *   RACES_IN_GLOBAL_MEMORY, READS_UNINITIALISED, DIVERGES and NONE
 * Falls back to: nothing; it is there to prove that a detector detects
 * Cost: 32 flops
 * Source: none
 */
__kernel void planted(__global const float *restrict input,
                      __global float *restrict output,
                      const int rowBegin, const int rowEnd) {
  __local float numbers[16];
  const int i = get_global_id(0);
  const int lane = get_local_id(0);
  numbers[lane] = input[i];
#if defined(DIVERGES)
  if (lane < 8) {
    barrier(CLK_LOCAL_MEM_FENCE);
  }
#elif !defined(RACES_IN_LOCAL_MEMORY)
  barrier(CLK_LOCAL_MEM_FENCE);
#endif
  float sum = numbers[lane] + numbers[(lane + 1) % 16];
#ifdef READS_OUT_OF_BOUNDS
  sum += input[i + 1];
#endif
#ifdef READS_UNINITIALISED
  sum += output[i];
#endif
  output[i] = sum;
#ifdef WRITES_OUT_OF_BOUNDS
  output[i + 1] = sum;
#endif
#ifdef RACES_IN_GLOBAL_MEMORY
  output[31] = sum;
#endif
}
