package io.skipscope.viewer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LastMapsTest {
  private static TapFrame frame(String name, long number) {
    Shape shape = Shape.of(1, 1, 1, 1);
    return new TapFrame(name, number, shape, Tensor.zeros(shape), null);
  }

  @Test
  void whatWasNotComputedAgainIsTheVerySameMap() {
    TapFrame x = frame("x", 3);
    LastMaps last = LastMaps.NONE.then(List.of(x, frame("sum", 3)), "0.0");
    TapFrame sum = frame("sum", 4);
    LastMaps next = last.then(List.of(frame("x", 3), sum), "0.0");
    assertSame(x, next.frames().get("x"));
    assertSame(sum, next.frames().get("sum"));
    assertSame(x, next.then(List.of(frame("x", 3)), "0.0").frames().get("x"), "one run later");
  }

  @Test
  void anotherDeviceCountsItsRunsAnew() {
    LastMaps last = LastMaps.NONE.then(List.of(frame("x", 0)), "0.0");
    TapFrame x = frame("x", 0);
    assertSame(x, last.among(List.of(x), "java").get("x"));
  }

  @Test
  void mapsThatALaterRunDoesNotHaveAreForgotten() {
    LastMaps last = LastMaps.NONE.then(List.of(frame("x", 0), frame("y", 0)), "0.0");
    assertEquals(Set.of("y"), last.then(List.of(frame("y", 1)), "0.0").frames().keySet());
  }
}
