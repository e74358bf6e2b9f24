package io.skipscope.viewer.layout;

/** How the filters of a layer are set out as pictures. */
public enum FilterForm {
  /** A filter of three input channels is a picture in red, green and blue. */
  COLOUR,
  /** A filter of one input channel is a picture of its numbers, as in a depthwise convolution. */
  KERNEL,
  /** A filter is a mosaic of its slices, one per input channel. */
  SLICES,
  /** A filter of single numbers is a row of a matrix, outputs by inputs. */
  MATRIX
}
