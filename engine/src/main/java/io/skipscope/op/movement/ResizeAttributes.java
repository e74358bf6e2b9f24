package io.skipscope.op.movement;

import io.skipscope.graph.Attributes;

/**
 * A nearest-neighbour resize of height and width.
 *
 * @param height how the height changes
 * @param width how the width changes
 * @param coordinates how an output position becomes an input position
 * @param rounding how that becomes a whole number
 */
public record ResizeAttributes(
    Extent height, Extent width, Coordinates coordinates, Rounding rounding) implements Attributes {
  /** What becomes of one axis. */
  public sealed interface Extent permits Scale, Size {}

  /** The extent times a factor, rounded down. */
  public record Scale(float factor) implements Extent {}

  /** A fixed extent in elements. */
  public record Size(int extent) implements Extent {}

  /** ONNX's {@code coordinate_transformation_mode}. */
  public enum Coordinates {
    /** x / scale */
    ASYMMETRIC,
    /** (x + 1/2) / scale - 1/2 */
    HALF_PIXEL,
    /** HALF_PIXEL, but 0 where the output's extent is 1 */
    PYTORCH_HALF_PIXEL,
    /** x (input - 1) / (output - 1) */
    ALIGN_CORNERS
  }

  /** ONNX's {@code nearest_mode}. */
  public enum Rounding {
    FLOOR,
    CEIL,
    /** Halves down. */
    ROUND_PREFER_FLOOR,
    /** Halves up. */
    ROUND_PREFER_CEIL
  }

  /** PyTorch's {@code Upsample(mode='nearest')} by a factor. */
  public static ResizeAttributes nearest(float factorH, float factorW) {
    return new ResizeAttributes(
        new Scale(factorH), new Scale(factorW), Coordinates.ASYMMETRIC, Rounding.FLOOR);
  }
}
