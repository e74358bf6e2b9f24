/*
 * Name: pointwise
 * Computes: output[n,o,y,x] = EPILOGUE(sum over c of weight[o,c] * input[n,c,y*strideH,x*strideW])
 * Inputs: input [batch, inChannels, inHeight, inWidth]; weight [outChannels, inChannels, 1, 1];
 *   the epilogue's bias [outChannels] and residual (the output's shape)
 * Output: [batch, outChannels, outHeight, outWidth]; the epilogue's stores in the same shape
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 batch and
 *   output channel; one work-item per output element
 * Tunables: none
 * Requires: a 1x1 kernel, no padding, one group
 * Falls back to: conv/conv2d.ref.cl
 * Cost: 2 * batch * outChannels * outHeight * outWidth * inChannels flops; 4 bytes for each element
 *   of input, weight and output if caches hold what is read again
 * Source: Lin, Chen, Yan, "Network in Network", 2014, section 3
 */
#include "common/epilogue.clh"

__kernel void pointwise(__global const STORAGE *restrict input,
                        __global const STORAGE *restrict weight,
                        __global STORAGE *restrict output,
                        EPILOGUE_PARAMETERS,
                        const int batch,
                        const int inChannels, const int inHeight, const int inWidth,
                        const int outChannels, const int outHeight, const int outWidth,
                        const int strideH, const int strideW,
                        const int rowBegin, const int rowEnd) {
  const int outX = get_global_id(0);
  const int outY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (outX >= outWidth || outY >= rowEnd || map >= batch * outChannels) {
    return;
  }
  const int sample = map / outChannels;
  const int outChannel = map % outChannels;
  const int inPlane = inHeight * inWidth;

  __global const STORAGE *pixel =
      input + sample * inChannels * inPlane + outY * strideH * inWidth + outX * strideW;
  __global const STORAGE *taps = weight + outChannel * inChannels;
  float sum = 0.0f;
  for (int channel = 0; channel < inChannels; channel++) {
    sum += LOAD(taps, channel) * LOAD(pixel, channel * inPlane);
  }

  const int index = (map * outHeight + outY) * outWidth + outX;
  STORE(EPILOGUE(sum, outChannel, index), output, index);
}
