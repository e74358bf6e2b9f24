/*
 * Name: batch_norm
 * Computes: output[n,c,...] = EPILOGUE((input[n,c,...] - mean[c]) * scale + beta[c]) with
 *   scale = gamma[c] / sqrt(variance[c] + epsilon)
 * Inputs: input [batch, channels, rows, columns]; gamma, beta, mean, variance [channels];
 *   the epilogue's bias [channels] and residual (the output's shape)
 * Output: the input's shape; the epilogue's stores likewise
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 batch and channel; one work-item per
 *   element
 * Tunables: none
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: 5 flops and 8 bytes per element
 * Source: Ioffe, Szegedy, "Batch Normalization", 2015, algorithm 2
 */
#include "common/epilogue.clh"

__kernel void batch_norm(__global const STORAGE *restrict input,
                         __global const STORAGE *restrict gamma,
                         __global const STORAGE *restrict beta,
                         __global const STORAGE *restrict mean,
                         __global const STORAGE *restrict variance,
                         __global STORAGE *restrict output,
                         EPILOGUE_PARAMETERS,
                         const int batch, const int channels, const int rows, const int columns,
                         const float epsilon,
                         const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (column >= columns || row >= rowEnd || map >= batch * channels) {
    return;
  }
  const int channel = map % channels;
  const float scale = LOAD(gamma, channel) / sqrt(LOAD(variance, channel) + epsilon);
  const int index = (map * rows + row) * columns + column;
  const float normalised = (LOAD(input, index) - LOAD(mean, channel)) * scale + LOAD(beta, channel);
  STORE(EPILOGUE(normalised, channel, index), output, index);
}
