package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.FilterLayout;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What stands at a place of a map, in words and numbers. */
final class PointedNumbers {
  private static final List<String> COLOURS =
      List.of("weights.red", "weights.green", "weights.blue");

  private PointedNumbers() {}

  /**
   * @param number empty beneath a heading
   */
  record Line(String name, String number) {}

  /** The number of a map; of a filter in colour all three, and none in the gap between slices. */
  static List<Line> at(PreparedMaps maps, int channel, Pointer pointer) {
    int column = pointer.column(maps.mapWidth());
    int row = pointer.row(maps.mapHeight());
    if (maps.filters() == null) {
      return List.of(
          new Line(
              Text.of("maps.fact.pointed", column, row),
              Numbers.value(maps.number(channel, column, row))));
    }
    FilterLayout layout = maps.filters().layout();
    return layout.inColour()
        ? colours(maps, channel, column, row)
        : weight(maps, channel, column, row, layout);
  }

  private static List<Line> colours(PreparedMaps maps, int channel, int column, int row) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Text.of("maps.fact.pointed", column, row), ""));
    float[] filter = maps.numbers(channel);
    int slice = filter.length / COLOURS.size();
    for (int i = 0; i < COLOURS.size(); i++) {
      float weight = filter[i * slice + row * maps.mapWidth() + column];
      lines.add(new Line(Text.of(COLOURS.get(i)), Numbers.value(weight)));
    }
    return lines;
  }

  private static List<Line> weight(
      PreparedMaps maps, int channel, int column, int row, FilterLayout layout) {
    int input = layout.inputAt(column, row);
    if (input < 0) {
      return List.of();
    }
    String number = Numbers.value(maps.number(channel, column, row));
    String place = Text.of("maps.fact.pointed", layout.kernelColumn(column), layout.kernelRow(row));
    return switch (layout.form()) {
      case MATRIX -> List.of(new Line(Text.of("weights.from", input), number));
      case SLICES -> List.of(new Line(Text.of("weights.from", input), ""), new Line(place, number));
      default -> List.of(new Line(place, number));
    };
  }
}
