package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.InputException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreprocessorTest {
  private static final InputSpec PLAIN =
      new InputSpec(2, 2, new float[] {0, 0, 0}, new float[] {1, 1, 1}, "test");

  @ParameterizedTest
  @ValueSource(ints = {32, 64})
  void fittingPictureIsOnlyNormalised(int size) {
    Picture picture = ramp(size, size);
    InputSpec spec = InputSpec.imageNet(size, size);
    Tensor tensor = Preprocessor.toTensor(picture, spec);
    assertEquals(Shape.of(1, 3, size, size), tensor.shape());
    for (int i = 0; i < picture.rgb().length; i++) {
      int green = picture.rgb()[i] >> 8 & 255;
      assertEquals((green / 255f - 0.456f) / 0.224f, tensor.data()[size * size + i]);
    }
  }

  @Test
  void channelsAreRedGreenBlue() {
    Picture picture = new Picture("p", 1, 1, new int[] {0xFF8000});
    Tensor tensor = Preprocessor.toTensor(picture, PLAIN.withSize(1, 1));
    assertArrayEquals(new float[] {1, 128 / 255f, 0}, tensor.data());
  }

  @Test
  void oneChannelModelsTakeLuma() {
    Picture picture = new Picture("p", 1, 1, new int[] {0xFF8000});
    InputSpec grey = new InputSpec(1, 1, new float[] {0}, new float[] {1}, "test");
    float luma = (0.299f * 255 + 0.587f * 128) / 255;
    assertEquals(luma, Preprocessor.toTensor(picture, grey).data()[0], 1e-6);
  }

  @Test
  void longerSidesAreCutOffEqually() {
    Picture picture = new Picture("p", 4, 2, new int[] {9, 1, 2, 9, 9, 3, 4, 9});
    float[] blue = new float[4];
    System.arraycopy(Preprocessor.toTensor(picture, PLAIN).data(), 8, blue, 0, 4);
    assertArrayEquals(new float[] {1 / 255f, 2 / 255f, 3 / 255f, 4 / 255f}, blue);
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 224, 224, 420, 0, 1080, 1080",
    "300, 400, 64, 64, 0, 50, 300, 300",
    "400, 400, 97, 65, 0, 66, 400, 268",
    "5, 1, 3, 3, 2, 0, 1, 1",
    "1000, 1, 1, 3, 499, 0, 1, 1"
  })
  void cropIsCentredAndHasTheTargetsProportions(
      int width, int height, int targetWidth, int targetHeight, int left, int top, int w, int h) {
    assertEquals(new Crop(left, top, w, h), Crop.centre(width, height, targetWidth, targetHeight));
  }

  @Test
  void otherChannelCountsAreRefused() {
    InputSpec four = new InputSpec(2, 2, new float[4], new float[] {1, 1, 1, 1}, "test");
    assertEquals(
        "p: found a picture for a model of 4 input channels, expected a model of 1 or 3; feed this"
            + " one a tensor with --input",
        assertThrows(InputException.class, () -> Preprocessor.toTensor(ramp(2, 2), four))
            .getMessage());
  }

  @Test
  void toPictureUndoesTheNormalisation() {
    Picture picture = ramp(16, 16);
    InputSpec spec = InputSpec.imageNet(16, 16);
    Picture back = Preprocessor.toPicture(Preprocessor.toTensor(picture, spec), spec, "back");
    assertArrayEquals(picture.rgb(), back.rgb());
  }

  private static Picture ramp(int width, int height) {
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = i * 7919 & 0xFFFFFF;
    }
    return new Picture("p", width, height, rgb);
  }
}
