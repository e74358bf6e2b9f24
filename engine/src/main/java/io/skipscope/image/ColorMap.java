package io.skipscope.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tables of 256 colours, from low to high. */
public enum ColorMap {
  /** Blue to yellow, even in brightness. */
  VIRIDIS("viridis"),
  /** Black over purple to cream. */
  MAGMA("magma"),
  /** Blue to yellow, the same to readers who do not tell red from green. */
  CIVIDIS("cividis"),
  /** Blue over light grey to red, for values around zero. */
  DIVERGING("coolwarm"),
  GREY(null);

  private static final int SIZE = 256;

  private final int[] argb;

  ColorMap(String resource) {
    argb = resource == null ? grey() : load(resource + ".hex");
  }

  /** The colour at a place of the table, 0..255, as 0xFFRRGGBB. */
  public int argb(int index) {
    return argb[index];
  }

  private static int[] grey() {
    int[] table = new int[SIZE];
    Arrays.setAll(table, i -> 0xFF000000 | 0x010101 * i);
    return table;
  }

  private static int[] load(String resource) {
    try (InputStream in = ColorMap.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .mapToInt(colour -> 0xFF000000 | Integer.parseInt(colour, 16))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
