package io.skipscope.run.multi;

/**
 * A device at work on a frame.
 *
 * @param what the blocks that it ran
 * @param startNanos of {@link System#nanoTime}
 */
public record Span(String device, String what, int frame, long startNanos, long elapsedNanos) {}
