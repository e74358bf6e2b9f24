package io.skipscope.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns; a column of numbers is aligned to the right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... headings) {
    rows.add(headings);
  }

  TextTable row(Object... cells) {
    String[] texts = new String[cells.length];
    for (int column = 0; column < cells.length; column++) {
      texts[column] = String.valueOf(cells[column]);
    }
    rows.add(texts);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.length; column++) {
        line.append(column == 0 ? "" : GAP).append(padded(row[column], column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String padded(String cell, int column) {
    int width = rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    String blanks = " ".repeat(width - cell.length());
    return isNumeric(column) ? blanks + cell : cell + blanks;
  }

  private boolean isNumeric(int column) {
    return rows.size() > 1
        && rows.stream().skip(1).allMatch(row -> row[column].matches("-|[-+]?[0-9][0-9.,e+-]*%?"));
  }
}
