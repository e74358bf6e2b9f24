package io.skipscope.viewer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChooserTest {
  private static final String LONG_NAME =
      "a device whose name is longer than most others ".repeat(4);

  private static Chooser<String> chooser() {
    Chooser<String> chooser = new Chooser<>("device", "Device", name -> name, name -> {});
    chooser.follow(List.of(LONG_NAME), LONG_NAME);
    return chooser;
  }

  @Test
  void aLongNameTakesTheRoomThereIsAndNoMoreThanItNeeds() {
    Chooser<String> chooser = chooser();
    int usual = chooser.getPreferredSize().width;
    chooser.widenInto(() -> usual + 100);
    assertEquals(usual + 100, chooser.getPreferredSize().width);
    chooser.widenInto(() -> Integer.MAX_VALUE);
    int whole = chooser.getPreferredSize().width;
    assertTrue(whole > usual + 100 && whole < Short.MAX_VALUE, "width " + whole);
  }

  @Test
  void whereThereIsLittleRoomALongNameIsAsWideAsUsualAndGivesWay() {
    Chooser<String> chooser = chooser();
    int usual = chooser.getPreferredSize().width;
    chooser.widenInto(() -> 0);
    assertEquals(usual, chooser.getPreferredSize().width);
    assertTrue(chooser.getMinimumSize().width < usual);
  }
}
