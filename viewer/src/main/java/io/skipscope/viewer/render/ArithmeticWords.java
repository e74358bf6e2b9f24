package io.skipscope.viewer.render;

import io.skipscope.graph.Activation;
import io.skipscope.lab.Arithmetic;
import io.skipscope.lab.Arithmetic.Reduction;
import io.skipscope.viewer.state.PointedNumber;
import io.skipscope.viewer.text.Text;

/** How a number comes about, in words. */
public final class ArithmeticWords {
  private ArithmeticWords() {}

  /** All of it, to be spoken. */
  public static String spoken(PointedNumber number) {
    String how =
        number
            .arithmetic()
            .map(arithmetic -> equation(arithmetic, number.number()))
            .orElseGet(() -> reason(number));
    return heading(number) + "; " + how;
  }

  /** Which number it is, and what it sees. */
  static String heading(PointedNumber number) {
    String place = place(number);
    return number
        .box()
        .map(box -> place + Text.of("number.sees", box.width(), box.height()))
        .orElse(place);
  }

  /** Which number it is. */
  static String place(PointedNumber number) {
    return Text.of(
        "number.place",
        number.tap(),
        number.place().channel(),
        number.place().row(),
        number.place().column());
  }

  /** Why the terms of a number are not shown. */
  static String reason(PointedNumber number) {
    boolean changed = !number.run().changes().structural().isEmpty();
    return Text.of(changed ? "number.changed" : "number.unknown", Numbers.value(number.number()));
  }

  /** Such as {@code sum of 144 products -0.532 + 0.120 = -0.412, relu: 0.000}. */
  static String equation(Arithmetic arithmetic, float tapped) {
    int count = arithmetic.patches().stream().mapToInt(patch -> patch.numbers().length).sum();
    boolean sum = arithmetic.reduction() == Reduction.SUM;
    StringBuilder text = new StringBuilder();
    double products = arithmetic.combined() - (sum ? arithmetic.offset() : 0);
    String kind = !sum ? "number.maximum" : count == 1 ? "number.product" : "number.sum";
    text.append(Text.of(kind, count, Numbers.value(products)));
    if (sum && arithmetic.offset() != 0) {
      text.append(
          Text.of(
              "number.offset",
              Numbers.value(arithmetic.offset()),
              Numbers.value(arithmetic.combined())));
    }
    if (!arithmetic.function().equals(Activation.NONE)) {
      text.append(
          Text.of("number.function", arithmetic.function(), Numbers.value(arithmetic.result())));
    }
    return text.append(Text.of("number.tapped", Numbers.value(tapped))).toString();
  }
}
