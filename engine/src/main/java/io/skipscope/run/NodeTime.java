package io.skipscope.run;

/**
 * What one launch of a run took.
 *
 * @param node the graph's node, or the value whose statistics were taken
 * @param op the operator; "Statistics" for those
 * @param kernel such as {@code conv2d.ref}; {@code java} on the plain Java device
 * @param nanos time on the device
 * @param bytes least traffic: what the node must read and write
 */
public record NodeTime(
    String node, String op, String kernel, String device, long nanos, long bytes) {}
