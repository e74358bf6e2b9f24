package io.skipscope.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IncludeResolverTest {
  private static final Map<String, String> FILES =
      Map.of(
          "a.cl", "one\n#include \"x/b.clh\"\n#include \"x/c.clh\"\nfour\n",
          "x/b.clh", "b\n#include \"x/c.clh\"\n",
          "x/c.clh", "c\n",
          "lost.cl", "first\n#include \"no.clh\"\n");

  @Test
  void includedTextComesOnceWithItsOwnLineNumbers() {
    assertEquals(
        """
        #line 1 "a.cl"
        one
        #line 1 "x/b.clh"
        b
        #line 1 "x/c.clh"
        c
        #line 3 "x/b.clh"
        #line 3 "a.cl"
        #line 4 "a.cl"
        four
        """,
        resolve("a.cl"));
  }

  @Test
  void missingIncludeNamesWhereItIsWanted() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> resolve("lost.cl"));
    assertTrue(e.getMessage().startsWith("lost.cl:2: cannot include no.clh"), e.getMessage());
  }

  private static String resolve(String path) {
    return new IncludeResolver(IncludeResolverTest::text).resolve(path);
  }

  private static String text(String path) {
    if (!FILES.containsKey(path)) {
      throw new IllegalArgumentException("no " + path);
    }
    return FILES.get(path);
  }
}
