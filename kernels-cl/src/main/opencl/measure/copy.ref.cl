/*
 * Name: copy
 * Computes: output[i] = input[i], to measure the rate of the device's memory
 * Inputs: input[rows][columns]
 * Output: output[rows][columns]
 * NDRange: 0 = column, 1 = row, 2 = outer (always 1)
 * Tunables: none
 * Requires: nothing; legal at any work-group size
 * Falls back to: nothing; it is used for measuring only
 * Cost: no flops; 8 bytes per element
 * Source: McCalpin, Memory Bandwidth and Machine Balance in Current High Performance Computers,
 *   IEEE TCCA Newsletter 1995 (STREAM, the Copy kernel)
 */
__kernel void copy(__global const float *restrict input, __global float *restrict output,
                   const int columns, const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + get_global_id(1);
  if (column >= columns || row >= rowEnd || get_global_id(2) > 0) {
    return;
  }
  output[row * columns + column] = input[row * columns + column];
}
