package io.skipscope.viewer.render;

import io.skipscope.lab.MeasuredField;
import io.skipscope.viewer.state.PointedField;
import io.skipscope.viewer.text.Text;

/** What was measured of what a number sees, in words. */
public final class FieldWords {
  private FieldWords() {}

  /** How it was measured, and how much of the box matters. */
  public static String caption(PointedField shown) {
    MeasuredField field = shown.field();
    String place = ArithmeticWords.place(shown.number());
    int side = field.grid().side();
    return field
        .reached()
        .map(
            reached ->
                Text.of(
                    "field.seen",
                    place,
                    field.runs(),
                    side,
                    Numbers.value(field.largest()),
                    Numbers.value(field.number()),
                    reached.width(),
                    reached.height(),
                    field.box().width(),
                    field.box().height()))
        .orElseGet(
            () ->
                Text.of("field.unseen", place, field.runs(), side, Numbers.value(field.number())));
  }
}
