package io.skipscope.tap;

/**
 * A value that somebody wants to see.
 *
 * @param name how it is asked for and how its file is called: {@code layer2.0.sum}
 * @param value the graph's value
 * @param statsOnly whether its statistics are enough, so that the numbers stay on the device
 */
public record TapPoint(String name, String value, boolean statsOnly) {}
