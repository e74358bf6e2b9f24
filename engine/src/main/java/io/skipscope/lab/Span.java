package io.skipscope.lab;

/** Neighbouring positions along an axis, both ends included. */
record Span(int first, int last) {
  static Span whole(int extent) {
    return new Span(0, extent - 1);
  }

  Span union(Span other) {
    return new Span(Math.min(first, other.first), Math.max(last, other.last));
  }

  /** The positions that windows over these positions read. */
  Span read(int kernel, int stride, int dilation, int padBefore) {
    return new Span(
        first * stride - padBefore, last * stride - padBefore + (kernel - 1) * dilation);
  }

  Span moved(int by) {
    return new Span(first + by, last + by);
  }
}
