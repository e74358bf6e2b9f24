package io.skipscope.viewer.state;

/** One class of the answer, with its probability between 0 and 1. */
public record Prediction(int index, String label, float probability) {}
