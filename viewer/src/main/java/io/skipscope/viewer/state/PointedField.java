package io.skipscope.viewer.state;

import io.skipscope.lab.MeasuredField;

/** What was measured of the part of the input that a number sees. */
public record PointedField(PointedNumber number, MeasuredField field) {}
