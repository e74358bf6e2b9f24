/*
 * Name: split_sum
 * Computes: output[m,i] = EPILOGUE(sum over s of parts[s,m,i]), always in the same order: the second
 *   step of a convolution whose depth was split among work-groups
 * Inputs: parts float [splits, maps, outHeight, outWidth], where maps = batch * channels;
 *   the epilogue's bias [channels] and residual (the output's shape)
 * Output: [maps, outHeight, outWidth]; the epilogue's stores likewise
 * NDRange: axes 0 and 1 together count pixels of the rows from rowBegin, which go on from one row to
 *   the next; axis 2 map; one work-item per output element
 * Tunables: none
 * Requires: nothing
 * Falls back to: conv/conv_gemm.gpu.cl without SPLIT_DEPTH, which needs no second step
 * Cost: splits flops per element; 4 bytes for each element of parts and output
 * Source: CLBlast and cuBLAS call it split-K; the fixed order replaces their atomic additions
 */
#include "common/epilogue.clh"
#include "common/run.clh"

__kernel void split_sum(__global const float *restrict parts,
                        __global STORAGE *restrict output,
                        EPILOGUE_PARAMETERS,
                        const int splits, const int maps, const int channels,
                        const int outHeight, const int outWidth,
                        const int rowBegin, const int rowEnd) {
  const int pixel = rowBegin * outWidth + runItem();
  const int map = get_global_id(2);
  if (pixel >= rowEnd * outWidth || map >= maps) {
    return;
  }
  const int plane = outHeight * outWidth;
  const int index = map * plane + pixel;
  float sum = 0.0f;
  for (int s = 0; s < splits; s++) {
    sum += parts[s * maps * plane + index];
  }
  STORE(EPILOGUE(sum, map % channels, index), output, index);
}
