/*
 * Name: batch_norm_c8
 * Computes: output[n,c,y,x] = EPILOGUE((input[n,c,y,x] - mean[c]) * scale + beta[c]) with
 *   scale = gamma[c] / sqrt(variance[c] + epsilon)
 * Inputs: input [batch, channel blocks, rows, columns, 8]; gamma, beta, mean, variance and the
 *   epilogue's bias [channel blocks, 8], zeros behind the last channel; the epilogue's residual
 *   (the output's shape)
 * Output: the input's shape; the epilogue's stores likewise
 * NDRange: axis 0 column, axis 1 row from rowBegin, axis 2 batch and channel block; one work-item
 *   per pixel and block
 * Tunables: none
 * Requires: maps in blocks of 8 channels, stored parameters
 * Falls back to: norm/batch_norm.ref.cl
 * Cost: 5 flops and 8 bytes per element
 * Source: Ioffe, Szegedy, "Batch Normalization", 2015, algorithm 2
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"

__kernel void batch_norm_c8(__global const STORAGE *restrict input,
                            __global const STORAGE *restrict gamma,
                            __global const STORAGE *restrict beta,
                            __global const STORAGE *restrict mean,
                            __global const STORAGE *restrict variance,
                            __global STORAGE *restrict output,
                            EPILOGUE_PARAMETERS,
                            const int batch, const int blocks, const int rows, const int columns,
                            const float epsilon,
                            const int rowBegin, const int rowEnd) {
  const int column = get_global_id(0);
  const int row = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (column >= columns || row >= rowEnd || map >= batch * blocks) {
    return;
  }
  const int block = map % blocks;
  const float8 scale = LOAD_VALUE(gamma, block) / sqrt(LOAD_VALUE(variance, block) + epsilon);
  const int index = (map * rows + row) * columns + column;
  const float8 centred = LOAD_VALUE(input, index) - LOAD_VALUE(mean, block);
  const float8 normalised = centred * scale + LOAD_VALUE(beta, block);
  STORE_VALUE(EPILOGUE(normalised, block, index), output, index);
}
