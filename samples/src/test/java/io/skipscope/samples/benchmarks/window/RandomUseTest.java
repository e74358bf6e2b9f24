package io.skipscope.samples.benchmarks.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A minute of keys, clicks and sizes at random in the real window with the real engine. */
@Tag("display")
@Tag("long")
class RandomUseTest {
  @Test
  void nothingThatAUserDoesAtRandomThrows() {
    assumeFalse(GraphicsEnvironment.isHeadless(), "a display is needed: run under Xvfb");
    assertEquals(List.of(), new RandomUse(Duration.ofMinutes(1), 7).run());
  }
}
