package io.skipscope.viewer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleContext;
import org.junit.jupiter.api.Test;

class CanvasTest {
  private static final class Counting extends Canvas {
    private int asked;

    Counting() {
      describe("maps", () -> "maps " + ++asked);
    }

    @Override
    protected void draw(Graphics2D g) {}
  }

  @Test
  void wordsForAScreenReaderAreMadeWhenItAsks() {
    Counting canvas = new Counting();
    List<String> told = new ArrayList<>();
    canvas
        .getAccessibleContext()
        .addPropertyChangeListener(event -> told.add(event.getPropertyName()));
    canvas.descriptionChanged();
    assertEquals(0, canvas.asked);
    assertEquals(List.of(AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY), told);
    assertEquals("maps 1", canvas.getAccessibleContext().getAccessibleDescription());
  }
}
