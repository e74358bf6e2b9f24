package io.skipscope.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KernelSourceTest {
  private static final KernelSource SOURCE =
      new KernelSource(
          "a.cl",
          """
          #line 1 "a.cl"
          one
          #line 1 "b.clh"
          b
          b2
          #line 3 "a.cl"
          three
          """,
          KernelHeader.parse(""));

  @Test
  void lineOfTheTextIsTracedToItsFile() {
    assertEquals("a.cl:1", SOURCE.place(2));
    assertEquals("b.clh:1", SOURCE.place(4));
    assertEquals("b.clh:2", SOURCE.place(5));
    assertEquals("a.cl:3", SOURCE.place(7));
  }

  @Test
  void includedFilesAreContained() {
    assertTrue(SOURCE.contains("a.cl"));
    assertTrue(SOURCE.contains("b.clh"));
    assertFalse(SOURCE.contains("input.cl"));
  }
}
