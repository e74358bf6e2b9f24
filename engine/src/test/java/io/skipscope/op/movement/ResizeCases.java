package io.skipscope.op.movement;

import io.skipscope.op.CheckedCase;
import io.skipscope.op.Expected;
import io.skipscope.op.RandomSource;
import io.skipscope.op.movement.ResizeAttributes.Coordinates;
import io.skipscope.op.movement.ResizeAttributes.Extent;
import io.skipscope.op.movement.ResizeAttributes.Rounding;
import io.skipscope.op.movement.ResizeAttributes.Scale;
import io.skipscope.op.movement.ResizeAttributes.Size;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Random resizes; positions are found by ONNX's formulas in decimal arithmetic. */
final class ResizeCases {
  private static final MathContext DIGITS = new MathContext(30);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Whole positions come out of 30 digits as 2.999...; this pushes them back. */
  private static final int PLACES = 20;

  private ResizeCases() {}

  static CheckedCase random(RandomSource random) {
    Tensor x =
        random.tensor(
            Shape.of(
                random.between(1, 5),
                random.between(1, 4),
                random.between(1, 9),
                random.between(1, 9)));
    Coordinates coordinates = random.pick(List.of(Coordinates.values()));
    Rounding rounding = random.pick(List.of(Rounding.values()));
    Axis rows = Axis.random(random, x.shape().height(), coordinates, rounding);
    Axis columns = Axis.random(random, x.shape().width(), coordinates, rounding);
    Shape output = x.shape().with(2, rows.output).with(3, columns.output);
    Expected expected =
        GatherOracle.gather(
            x, output, 0, p -> new int[] {p[0], p[1], rows.source(p[2]), columns.source(p[3])});
    ResizeAttributes attributes =
        new ResizeAttributes(rows.asked, columns.asked, coordinates, rounding);
    return MovementCases.oneInput("ResizeNearest", x, attributes, expected);
  }

  private record Axis(
      int input,
      int output,
      BigDecimal scale,
      Extent asked,
      Coordinates coordinates,
      Rounding rounding) {
    static Axis random(RandomSource random, int input, Coordinates coordinates, Rounding rounding) {
      while (true) {
        if (random.chance(0.5)) {
          int output = random.between(1, 20);
          BigDecimal scale = decimal(output).divide(decimal(input), DIGITS);
          return new Axis(input, output, scale, new Size(output), coordinates, rounding);
        }
        String factor = random.pick(List.of("2", "3", "1", "0.5", "1.5", "0.8", "2.6", "0.6"));
        BigDecimal scale = new BigDecimal(factor);
        int output = scale.multiply(decimal(input)).setScale(0, RoundingMode.FLOOR).intValue();
        if (output > 0) {
          Scale asked = new Scale(Float.parseFloat(factor));
          return new Axis(input, output, scale, asked, coordinates, rounding);
        }
      }
    }

    int source(int position) {
      BigDecimal exact = coordinate(decimal(position)).setScale(PLACES, RoundingMode.HALF_EVEN);
      RoundingMode mode =
          switch (rounding) {
            case FLOOR -> RoundingMode.FLOOR;
            case CEIL -> RoundingMode.CEILING;
            case ROUND_PREFER_FLOOR ->
                exact.signum() < 0 ? RoundingMode.HALF_UP : RoundingMode.HALF_DOWN;
            case ROUND_PREFER_CEIL ->
                exact.signum() < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
          };
      int nearest = exact.setScale(0, mode).intValue();
      return Math.max(0, Math.min(input - 1, nearest));
    }

    private BigDecimal coordinate(BigDecimal position) {
      BigDecimal centred = position.add(HALF).divide(scale, DIGITS).subtract(HALF);
      return switch (coordinates) {
        case ASYMMETRIC -> position.divide(scale, DIGITS);
        case HALF_PIXEL -> centred;
        case PYTORCH_HALF_PIXEL -> output == 1 ? BigDecimal.ZERO : centred;
        case ALIGN_CORNERS ->
            output == 1
                ? BigDecimal.ZERO
                : position.multiply(decimal(input - 1)).divide(decimal(output - 1), DIGITS);
      };
    }

    private static BigDecimal decimal(int number) {
      return BigDecimal.valueOf(number);
    }
  }
}
