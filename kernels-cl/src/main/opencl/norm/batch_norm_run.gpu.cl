/*
 * Name: batch_norm_run
 * Computes: output[n,c,...] = ACTIVATE((input[n,c,...] - mean[c]) * scale + beta[c]) with
 *   scale = gamma[c] / sqrt(variance[c] + epsilon)
 * Inputs: input [batch, channels, rows, columns]; gamma, beta, mean, variance [channels]
 * Output: the input's shape
 * NDRange: axes 0 and 1 together count vectors of four pixels of the rows from rowBegin, which go on
 *   from one row to the next; axis 2 batch and channel; one work-item per vector
 * Tunables: none
 * Requires: no bias, residual or stores
 * Falls back to: norm/batch_norm.ref.cl
 * Cost: 5 flops and 8 bytes per element
 * Source: Ioffe, Szegedy, "Batch Normalization", 2015, algorithm 2
 */
#include "common/vector4.clh"
#include "common/activation.clh"
#include "common/run.clh"

__kernel void batch_norm_run(__global const STORAGE *input,
                             __global const STORAGE *restrict gamma,
                             __global const STORAGE *restrict beta,
                             __global const STORAGE *restrict mean,
                             __global const STORAGE *restrict variance,
                             __global STORAGE *output,
                             const float activationAlpha, const float activationBeta,
                             const int batch, const int channels, const int rows, const int columns,
                             const float epsilon,
                             const int rowBegin, const int rowEnd) {
  const int pixel = rowBegin * columns + 4 * runItem();
  const int count = rowEnd * columns - pixel;
  const int map = get_global_id(2);
  if (count <= 0 || map >= batch * channels) {
    return;
  }
  const int channel = map % channels;
  const float scale = LOAD(gamma, channel) / sqrt(LOAD(variance, channel) + epsilon);
  const int index = map * rows * columns + pixel;
  const float4 numbers = loadRun(input, index, count);
  const float4 normalised = (numbers - LOAD(mean, channel)) * scale + LOAD(beta, channel);
  storeRun(ACTIVATE(normalised, activationAlpha, activationBeta), output, index, count);
}
