package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.tensor.Shape;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FilterLayoutTest {
  private static FilterForm form(int channels, int... weight) {
    return FilterLayout.of(Shape.of(weight), channels).form();
  }

  @Test
  void theShapeDecidesHowFiltersAreDrawn() {
    assertEquals(FilterForm.COLOUR, form(3, 64, 3, 7, 7));
    assertEquals(FilterForm.KERNEL, form(96, 96, 1, 3, 3));
    assertEquals(FilterForm.SLICES, form(16, 32, 16, 3, 3));
    assertEquals(FilterForm.MATRIX, form(32, 16, 32, 1, 1));
    assertEquals(FilterForm.MATRIX, form(1280, 1000, 1280));
  }

  @Test
  void threeInputsOfAGroupAreNoColours() {
    assertEquals(FilterForm.SLICES, form(6, 8, 3, 3, 3));
  }

  @Test
  void slicesStandInRowsWithAGapBetweenThem() {
    FilterLayout layout = FilterLayout.of(Shape.of(8, 5, 3, 3), 5);
    // Three columns and two rows of slices.
    assertEquals(11, layout.width());
    assertEquals(7, layout.height());
    assertEquals(1, layout.inputAt(4, 2));
    assertEquals(-1, layout.inputAt(3, 2));
    assertEquals(-1, layout.inputAt(4, 3));
    assertEquals(3, layout.inputAt(0, 4));
    assertEquals(-1, layout.inputAt(8, 4));
    assertEquals(3 * 9 + 1 * 3 + 2, layout.indexAt(2, 5));
  }

  /** Every weight has one square, and every square one weight or none. */
  @Property(tries = 100)
  void everyWeightHasOnePlace(
      @ForAll @IntRange(min = 1, max = 40) int inputs,
      @ForAll @IntRange(min = 1, max = 7) int height,
      @ForAll @IntRange(min = 1, max = 7) int width) {
    FilterLayout layout = FilterLayout.of(Shape.of(2, inputs, height, width), 2 * inputs);
    Set<Integer> places = new HashSet<>();
    int count = 0;
    for (int row = 0; row < layout.height(); row++) {
      for (int column = 0; column < layout.width(); column++) {
        int index = layout.indexAt(column, row);
        count += index < 0 ? 0 : 1;
        places.add(index);
      }
    }
    places.remove(-1);
    assertEquals(inputs * height * width, places.size());
    assertEquals(count, places.size());
  }
}
