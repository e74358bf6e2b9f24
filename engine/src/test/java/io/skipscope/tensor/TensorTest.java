package io.skipscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
  private final List<Integer> reads = new ArrayList<>();
  private final Tensor elsewhere = Tensor.readFrom(Shape.of(2, 3), this::read);

  private void read(int first, float[] target) {
    reads.add(target.length);
    for (int i = 0; i < target.length; i++) {
      target[i] = 10 * (first + i);
    }
  }

  @Test
  void onlyWhatIsAskedForIsReadFromElsewhere() {
    float[] part = new float[2];
    elsewhere.read(3, part);
    assertArrayEquals(new float[] {30, 40}, part);
    assertEquals(List.of(2), reads);
  }

  @Test
  void onceAllNumbersWereAskedForNoneIsReadAgain() {
    float[] all = elsewhere.data();
    assertArrayEquals(new float[] {0, 10, 20, 30, 40, 50}, all);
    float[] part = new float[3];
    elsewhere.read(2, part);
    assertArrayEquals(new float[] {20, 30, 40}, part);
    assertSame(all, elsewhere.data());
    assertEquals(List.of(6), reads);
  }

  @Test
  void partsOfComputedAndOfGivenNumbersAreCopies() {
    float[] numbers = {1, 2, 3, 4};
    float[] part = new float[2];
    new Tensor(Shape.of(4), numbers).read(1, part);
    assertArrayEquals(new float[] {2, 3}, part);
    Tensor.computed(Shape.of(4), () -> numbers).read(2, part);
    assertArrayEquals(new float[] {3, 4}, part);
    part[0] = 9;
    assertEquals(3, numbers[2]);
  }
}
