/*
 * Name: conv2d
 * Computes: output[n,o,y,x] = EPILOGUE(sum over c,i,j of weight[o,c,i,j] * input[n,
 *   group(o)*groupChannels+c, y*strideH-padTop+i*dilationH, x*strideW-padLeft+j*dilationW]), zero
 *   outside of the input
 * Inputs: input [batch, groups * groupChannels, inHeight, inWidth];
 *   weight [outChannels, groupChannels, kernelH, kernelW];
 *   the epilogue's bias [outChannels] and residual (the output's shape)
 * Output: [batch, outChannels, outHeight, outWidth]; the epilogue's stores in the same shape
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 batch and
 *   output channel; one work-item per output element
 * Tunables: none
 * Requires: nothing; any kernel, stride, padding, dilation and number of groups
 * Falls back to: nothing; this is the last resort
 * Cost: 2 * batch * outChannels * outHeight * outWidth * groupChannels * kernelH * kernelW flops;
 *   4 bytes for each element of input, weight and output if caches hold what is read again
 * Source: ONNX operator Conv, version 11; LeCun et al., "Gradient-based learning applied to
 *   document recognition", 1998, section II
 */
#include "common/epilogue.clh"
#include "common/window.clh"

__kernel void conv2d(__global const STORAGE *restrict input,
                     __global const STORAGE *restrict weight,
                     __global STORAGE *restrict output,
                     EPILOGUE_PARAMETERS,
                     const int batch,
                     const int groups, const int groupChannels,
                     const int inHeight, const int inWidth,
                     const int outChannels, const int outHeight, const int outWidth,
                     const int kernelH, const int kernelW,
                     const int strideH, const int strideW,
                     const int padTop, const int padLeft,
                     const int dilationH, const int dilationW,
                     const int rowBegin, const int rowEnd) {
  const int outX = get_global_id(0);
  const int outY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  if (outX >= outWidth || outY >= rowEnd || map >= batch * outChannels) {
    return;
  }
  const int sample = map / outChannels;
  const int outChannel = map % outChannels;
  const int group = outChannel / (outChannels / groups);
  const int firstInMap = (sample * groups + group) * groupChannels;

  const int top = outY * strideH - padTop;
  const int left = outX * strideW - padLeft;
  const int tapYBegin = firstTap(top, dilationH);
  const int tapYEnd = endTap(top, dilationH, inHeight, kernelH);
  const int tapXBegin = firstTap(left, dilationW);
  const int tapXEnd = endTap(left, dilationW, inWidth, kernelW);

  float sum = 0.0f;
  for (int channel = 0; channel < groupChannels; channel++) {
    for (int tapY = tapYBegin; tapY < tapYEnd; tapY++) {
      const int inY = top + tapY * dilationH;
      const int inRow = ((firstInMap + channel) * inHeight + inY) * inWidth + left;
      const int weightRow = ((outChannel * groupChannels + channel) * kernelH + tapY) * kernelW;
      for (int tapX = tapXBegin; tapX < tapXEnd; tapX++) {
        sum += LOAD(weight, weightRow + tapX) * LOAD(input, inRow + tapX * dilationW);
      }
    }
  }

  const int index = (map * outHeight + outY) * outWidth + outX;
  STORE(EPILOGUE(sum, outChannel, index), output, index);
}
