package io.skipscope.viewer.layout;

import io.skipscope.tensor.Shape;

/** Why a block has no shortcut, as far as its shapes tell. */
public enum NoShortcut {
  /** Height and width change, so x cannot be added to F(x). */
  STRIDE,
  /** The number of channels changes. */
  WIDTH,
  /** Both change. */
  STRIDE_AND_WIDTH,
  /** The shapes would fit; the network was built without it. */
  BY_DESIGN;

  static NoShortcut between(Shape input, Shape output) {
    boolean width = input.extent(1) != output.extent(1);
    boolean stride =
        input.rank() == 4 && (input.height() != output.height() || input.width() != output.width());
    if (stride) {
      return width ? STRIDE_AND_WIDTH : STRIDE;
    }
    return width ? WIDTH : BY_DESIGN;
  }
}
