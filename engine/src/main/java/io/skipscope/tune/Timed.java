package io.skipscope.tune;

/**
 * A candidate that computes the right numbers.
 *
 * @param nanos median time of one run of the node
 */
record Timed(TuningSpace.Candidate candidate, double nanos) {}
