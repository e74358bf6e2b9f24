package io.skipscope.schedule;

/**
 * Some rows of a range of segments: a device that runs the range on these rows of its input alone
 * gets these rows of its output right. The rows that it computes beside them are wrong, because the
 * input's other rows are missing there.
 *
 * @param input rows to run on, with those around that the output's rows see (the halo)
 * @param output rows that come out right
 * @param skip how many rows lie above them in what the device computes
 */
public record Slab(Rows input, Rows output, int skip) {}
