package io.skipscope.viewer.job;

import io.skipscope.error.InputException;
import io.skipscope.image.InputSpec;
import io.skipscope.image.Picture;
import io.skipscope.image.TestChart;
import io.skipscope.viewer.state.OpenPicture;
import io.skipscope.viewer.text.Text;
import java.util.Arrays;

/** Test charts as pictures that are open, always of the size that the model takes. */
public final class Charts {
  private static final String PREFIX = "chart:";
  private static final int USUAL_SIDE = 224;

  private Charts() {}

  /** How {@link PictureSource} finds a chart. */
  public static String source(TestChart chart) {
    return PREFIX + chart.name();
  }

  static boolean isSource(String source) {
    return source.startsWith(PREFIX);
  }

  /**
   * @throws InputException if there is no such chart
   */
  static Picture open(String source) {
    return chart(source).picture(Text.of(chart(source)), USUAL_SIDE, USUAL_SIDE);
  }

  private static TestChart chart(String source) {
    return Arrays.stream(TestChart.values())
        .filter(chart -> source.equals(source(chart)))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    source, "no such chart", "one of " + Arrays.toString(TestChart.values())));
  }

  /** A chart in the size of a model's input, so that no pixel of it is lost; else the picture. */
  public static OpenPicture fitted(OpenPicture open, InputSpec spec) {
    boolean fits =
        open.picture().width() == spec.width() && open.picture().height() == spec.height();
    if (fits || !isSource(open.source())) {
      return open;
    }
    Picture fitted =
        chart(open.source()).picture(open.picture().name(), spec.width(), spec.height());
    return new OpenPicture(open.source(), fitted);
  }
}
