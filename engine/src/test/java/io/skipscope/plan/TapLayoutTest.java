package io.skipscope.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TapLayoutTest {
  @Test
  void copiesLieOneBehindTheOtherAtAlignedOffsets() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("a", 100L);
    sizes.put("b", 128L);
    sizes.put("c", 4L);
    TapLayout layout = TapLayout.of(sizes, 128, Long.MAX_VALUE);
    assertEquals(
        Map.of("a", new Slot(0, 0, 100), "b", new Slot(0, 128, 128), "c", new Slot(0, 256, 4)),
        layout.slots());
    assertEquals(260, layout.sizeBytes());
  }

  @Test
  void whatNoBufferHoldsIsNotShared() {
    assertEquals(Map.of(), TapLayout.of(Map.of("a", 1025L), 128, 1024).slots());
    assertEquals(Map.of(), TapLayout.of(Map.of("a", (1L << 30) + 4), 128, 1L << 40).slots());
    assertEquals(0, TapLayout.of(Map.of(), 128, 1024).sizeBytes());
  }
}
