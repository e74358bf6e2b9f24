package io.skipscope.plan;

/**
 * From when to when a value must stay in memory.
 *
 * @param firstStep the step that writes it first; -1 for what is there before a run
 * @param lastStep the last step that reads it; the number of steps for what is read after a run
 */
public record Lifetime(String value, long sizeBytes, int firstStep, int lastStep) {
  boolean overlaps(Lifetime other) {
    return firstStep <= other.lastStep && other.firstStep <= lastStep;
  }
}
