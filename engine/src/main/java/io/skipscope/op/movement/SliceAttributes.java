package io.skipscope.op.movement;

import io.skipscope.graph.Attributes;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a tensor that is kept: a range per axis, axes that are not named in full.
 *
 * <p>Ranges are resolved against the input's extents when shapes are inferred, as ONNX's Slice
 * does, so that they keep their meaning at another batch or image size.
 */
public record SliceAttributes(List<Range> ranges) implements Attributes {
  /**
   * Positions {@code begin, begin + step, ...} before {@code end} along an axis.
   *
   * @param axis negative counts from the end
   * @param begin negative counts from the end; clamped to the extent
   * @param end exclusive; negative counts from the end; clamped, so that {@link Integer#MAX_VALUE}
   *     is "to the last" and, for a negative step, {@link Integer#MIN_VALUE} "to the first"
   * @param step not 0; negative walks backwards
   */
  public record Range(int axis, int begin, int end, int step) {}

  public SliceAttributes {
    ranges = List.copyOf(ranges);
  }

  public static SliceAttributes of(Range... ranges) {
    return new SliceAttributes(Arrays.asList(ranges));
  }
}
