package io.skipscope.samples.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.BundledPictures;
import io.skipscope.image.Picture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureMakerTest {
  /** Every so many pixels is drawn again; each depends on its place alone. */
  private static final int STEP = 24;

  /** What JPEG compression may change, in levels of 255 per channel on average. */
  private static final double JPEG_LOSS = 3;

  static List<BundledPicture> charts() {
    return BundledPicture.ALL.stream().filter(picture -> !picture.isScene()).toList();
  }

  static List<BundledPicture> scenes() {
    return BundledPicture.ALL.stream().filter(BundledPicture::isScene).toList();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void chartsAreAsTheProgramDrawsThem(BundledPicture chart) {
    assertEquals(0, meanDifference(chart));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void scenesAreAsTheProgramDrawsThem(BundledPicture scene) {
    double difference = meanDifference(scene);
    assertTrue(difference < JPEG_LOSS, scene.file() + " differs by " + difference);
  }

  @Test
  void indexListsWhatTheProgramDraws() {
    List<BundledPictures.Entry> expected =
        BundledPicture.ALL.stream()
            .map(picture -> new BundledPictures.Entry(picture.file(), picture.title()))
            .toList();
    assertEquals(expected, BundledPictures.list());
  }

  /** Mean absolute difference of the committed file from a fresh drawing, in levels. */
  private static double meanDifference(BundledPicture picture) {
    Picture committed = BundledPictures.open(picture.file());
    assertEquals(picture.size(), committed.width());
    assertEquals(picture.size(), committed.height());
    Painter painter = picture.painter().get();
    int perRow = (picture.size() + STEP - 1) / STEP;
    return IntStream.range(0, perRow * perRow)
        .parallel()
        .mapToDouble(
            i -> {
              int x = i % perRow * STEP;
              int y = i / perRow * STEP;
              return difference(painter.pixel(x, y, picture.size()), committed.rgb(x, y));
            })
        .average()
        .orElseThrow();
  }

  private static double difference(int rgb, int otherRgb) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      sum += Math.abs((rgb >> shift & 255) - (otherRgb >> shift & 255));
    }
    return sum / 3.0;
  }
}
