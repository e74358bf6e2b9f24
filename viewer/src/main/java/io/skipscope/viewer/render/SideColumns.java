package io.skipscope.viewer.render;

import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The columns in which two runs stand beside each other: each has a picture, and words beneath it.
 *
 * @param cell largest side of a picture, in logical pixels
 * @param width of a column likewise
 */
record SideColumns(double cell, double width) {
  /** As long as any that is written. */
  private static final String LONGEST_NUMBER = Numbers.value(-99_999.9);

  /**
   * As wide as the words beneath the inputs and beneath any map, as far as there is room: whatever
   * is pointed at, nothing moves.
   *
   * @param height that there is for a picture, in logical pixels
   * @param across that there is for a column likewise
   * @param inputs the words beneath the inputs
   */
  static SideColumns of(double height, double across, FontMetrics font, String... inputs) {
    double cell = Math.rint(Math.max(1, Math.min(height, across)));
    Stream<String> maps =
        Arrays.stream(ComparedSide.values()).map(side -> words(side, LONGEST_NUMBER)[0]);
    double words =
        Stream.concat(Arrays.stream(inputs), maps).mapToDouble(font::stringWidth).max().orElse(0);
    return new SideColumns(cell, Math.max(cell, Math.min(Math.ceil(words), across)));
  }

  /** A side, in fewer and fewer letters. */
  static String[] words(ComparedSide side) {
    return new String[] {Text.of(side), brief(side)};
  }

  /** A side and its number likewise. */
  static String[] words(ComparedSide side, String number) {
    return new String[] {
      Text.of("compare.side", Text.of(side), number),
      Text.of("compare.side.brief", brief(side), number),
      number
    };
  }

  private static String brief(ComparedSide side) {
    return Text.of("compare.brief." + side);
  }
}
