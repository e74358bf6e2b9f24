/*
 * Name: pad
 * Computes: output[i] = input[i - before], where that lies outside of the input: `value`, with
 *   PAD_REFLECT the input mirrored at its first and last element, with PAD_EDGE the nearest element
 * Inputs: input [inExtent0, ..., inExtent5]
 * Output: [outExtent0, ..., outExtent5]
 * NDRange: axis 0 position on axis 5 of the output (columns), axis 1 position on axis 4 (rows) from
 *   rowBegin, axis 2 positions on axes 0 to 3 together; one work-item per output element
 * Tunables: none; at most one of PAD_REFLECT and PAD_EDGE selects the mode
 * Requires: nothing
 * Falls back to: nothing; this is the last resort
 * Cost: no flops; 4 bytes for each element of input and output
 * Source: ONNX operator Pad
 */
#include "common/storage.clh"

// The input position that an output position shows along one axis; negative or beyond the extent
// where it shows the constant.
int sourceIndex(int position, int extent) {
#if defined(PAD_REFLECT)
  const int mirrored = abs(position);
  return mirrored < extent ? mirrored : 2 * (extent - 1) - mirrored;
#elif defined(PAD_EDGE)
  return clamp(position, 0, extent - 1);
#else
  return position;
#endif
}

__kernel void pad(__global const STORAGE *restrict input,
                  __global STORAGE *restrict output,
                  const int inExtent0, const int inExtent1, const int inExtent2,
                  const int inExtent3, const int inExtent4, const int inExtent5,
                  const int outExtent0, const int outExtent1, const int outExtent2,
                  const int outExtent3, const int outExtent4, const int outExtent5,
                  const int before0, const int before1, const int before2,
                  const int before3, const int before4, const int before5,
                  const float value,
                  const int rowBegin, const int rowEnd) {
  const int out5 = get_global_id(0);
  const int out4 = rowBegin + (int)get_global_id(1);
  const int outer = get_global_id(2);
  if (out5 >= outExtent5 || out4 >= rowEnd ||
      outer >= outExtent0 * outExtent1 * outExtent2 * outExtent3) {
    return;
  }
  const int out3 = outer % outExtent3;
  const int out2 = outer / outExtent3 % outExtent2;
  const int out1 = outer / (outExtent3 * outExtent2) % outExtent1;
  const int out0 = outer / (outExtent3 * outExtent2 * outExtent1);

  const int in0 = sourceIndex(out0 - before0, inExtent0);
  const int in1 = sourceIndex(out1 - before1, inExtent1);
  const int in2 = sourceIndex(out2 - before2, inExtent2);
  const int in3 = sourceIndex(out3 - before3, inExtent3);
  const int in4 = sourceIndex(out4 - before4, inExtent4);
  const int in5 = sourceIndex(out5 - before5, inExtent5);
  const bool inside = in0 >= 0 && in0 < inExtent0 && in1 >= 0 && in1 < inExtent1 &&
                      in2 >= 0 && in2 < inExtent2 && in3 >= 0 && in3 < inExtent3 &&
                      in4 >= 0 && in4 < inExtent4 && in5 >= 0 && in5 < inExtent5;
  const int from =
      ((((in0 * inExtent1 + in1) * inExtent2 + in2) * inExtent3 + in3) * inExtent4 + in4) *
          inExtent5 + in5;
  const int to = (outer * outExtent4 + out4) * outExtent5 + out5;
  STORE(inside ? LOAD(input, from) : value, output, to);
}
