package io.skipscope.viewer.state;

/**
 * What the engine is at.
 *
 * @param what in the user's words
 * @param total 0 while it is not known
 */
public record Progress(String what, long done, long total) {}
