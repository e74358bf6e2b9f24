package io.skipscope.viewer.render;

/** Gives each number its colour. */
@FunctionalInterface
public interface ValueColors {
  /** Opaque ARGB; a number beyond the scale has the colour of its end. */
  int argb(float value);
}
