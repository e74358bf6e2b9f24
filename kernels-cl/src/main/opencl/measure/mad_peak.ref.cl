/*
 * Name: mad_peak
 * Computes: chains of a = a * factor + addend that depend on nothing else, kept in registers: the
 *   most multiply-adds per second that a kernel can reach on this device.
 * Inputs: none
 * Output: output[column], the sum of the chains, so that no compiler removes them
 * NDRange: 0 = column (one work-item each), 1 = row (always 1), 2 = outer (always 1)
 * Tunables: VECTOR = float4, float8 or float16, the type of a chain; LANES = its floats
 * Requires: nothing; legal at any work-group size
 * Falls back to: nothing; it is used for measuring only
 * Cost: columns * iterations * 10 chains * LANES * 2 flops; 4 bytes per column
 * Source: Wong et al., Demystifying GPU Microarchitecture through Microbenchmarking, ISPASS 2010
 */
#ifndef VECTOR
#define VECTOR float4
#define LANES 4
#endif

__kernel void mad_peak(__global float *restrict output, const int columns, const int iterations,
                       const float factor, const float addend, const int rowBegin,
                       const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + get_global_id(1);
  if (column >= columns || row >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  const VECTOR f = (VECTOR)(factor);
  const VECTOR d = (VECTOR)(addend);
  VECTOR a0 = (VECTOR)(column), a1 = a0 + 1.0f, a2 = a0 + 2.0f, a3 = a0 + 3.0f, a4 = a0 + 4.0f;
  VECTOR a5 = a0 + 5.0f, a6 = a0 + 6.0f, a7 = a0 + 7.0f, a8 = a0 + 8.0f, a9 = a0 + 9.0f;
  for (int i = 0; i < iterations; i++) {
    a0 = mad(a0, f, d);
    a1 = mad(a1, f, d);
    a2 = mad(a2, f, d);
    a3 = mad(a3, f, d);
    a4 = mad(a4, f, d);
    a5 = mad(a5, f, d);
    a6 = mad(a6, f, d);
    a7 = mad(a7, f, d);
    a8 = mad(a8, f, d);
    a9 = mad(a9, f, d);
  }
  union {
    VECTOR vector;
    float lane[LANES];
  } sum;
  sum.vector = ((a0 + a1) + (a2 + a3)) + ((a4 + a5) + (a6 + a7)) + (a8 + a9);
  float total = 0.0f;
  for (int lane = 0; lane < LANES; lane++) {
    total += sum.lane[lane];
  }
  output[column] = total;
}
