package io.skipscope.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.kernels.KernelHeader.Field;
import org.junit.jupiter.api.Test;

class KernelHeaderTest {
  private static final KernelHeader HEADER =
      KernelHeader.parse(
          """
          /*
           * Name: add
           * Computes: c = a
           *   + b
           * Falls back to: nothing
           *
           * +---+ a drawing
           */
          __kernel void add() {}
          """);

  @Test
  void continuedLinesAreJoined() {
    assertEquals("c = a + b", HEADER.text(Field.COMPUTES));
  }

  @Test
  void drawingBelongsToNoField() {
    assertEquals("nothing", HEADER.text(Field.FALLS_BACK_TO));
  }

  @Test
  void absentFieldIsEmpty() {
    assertEquals("", HEADER.text(Field.COST));
  }

  @Test
  void fileWithoutHeaderHasEmptyFields() {
    assertEquals("", KernelHeader.parse("__kernel void add() {}").name());
  }
}
