/*
 * Name: depthwise
 * Computes: output[n,o,y,x] = EPILOGUE(sum over i,j of weight[o,i,j] *
 *   input[n, o/multiplier, y*strideH-padTop+i*dilationH, x*strideW-padLeft+j*dilationW]), zero
 *   outside of the input
 * Inputs: input [batch, inChannels, inHeight, inWidth];
 *   weight [inChannels * multiplier, 1, kernelH, kernelW];
 *   the epilogue's bias [inChannels * multiplier] and residual (the output's shape)
 * Output: [batch, inChannels * multiplier, outHeight, outWidth]; the epilogue's stores likewise
 * NDRange: axis 0 column of the output, axis 1 row of the output from rowBegin, axis 2 batch and
 *   output channel; one work-item per output element
 * Tunables: none
 * Requires: as many groups as input channels
 * Falls back to: conv/conv2d.ref.cl
 * Cost: 2 * batch * outChannels * outHeight * outWidth * kernelH * kernelW flops; 4 bytes for each
 *   element of input, weight and output if caches hold what is read again
 * Source: Sandler et al., "MobileNetV2", 2018, section 3.1
 */
#include "common/epilogue.clh"
#include "common/window.clh"

__kernel void depthwise(__global const STORAGE *restrict input,
                        __global const STORAGE *restrict weight,
                        __global STORAGE *restrict output,
                        EPILOGUE_PARAMETERS,
                        const int batch,
                        const int inChannels, const int inHeight, const int inWidth,
                        const int multiplier, const int outHeight, const int outWidth,
                        const int kernelH, const int kernelW,
                        const int strideH, const int strideW,
                        const int padTop, const int padLeft,
                        const int dilationH, const int dilationW,
                        const int rowBegin, const int rowEnd) {
  const int outX = get_global_id(0);
  const int outY = rowBegin + (int)get_global_id(1);
  const int map = get_global_id(2);
  const int outChannels = inChannels * multiplier;
  if (outX >= outWidth || outY >= rowEnd || map >= batch * outChannels) {
    return;
  }
  const int outChannel = map % outChannels;
  const int inMap = map / multiplier;

  const int top = outY * strideH - padTop;
  const int left = outX * strideW - padLeft;
  const int tapYEnd = endTap(top, dilationH, inHeight, kernelH);
  const int tapXBegin = firstTap(left, dilationW);
  const int tapXEnd = endTap(left, dilationW, inWidth, kernelW);

  float sum = 0.0f;
  for (int tapY = firstTap(top, dilationH); tapY < tapYEnd; tapY++) {
    const int inRow = (inMap * inHeight + top + tapY * dilationH) * inWidth + left;
    const int weightRow = (outChannel * kernelH + tapY) * kernelW;
    for (int tapX = tapXBegin; tapX < tapXEnd; tapX++) {
      sum += LOAD(weight, weightRow + tapX) * LOAD(input, inRow + tapX * dilationW);
    }
  }

  const int index = (map * outHeight + outY) * outWidth + outX;
  STORE(EPILOGUE(sum, outChannel, index), output, index);
}
