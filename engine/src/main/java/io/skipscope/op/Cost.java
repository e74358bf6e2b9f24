package io.skipscope.op;

/**
 * What a node costs, from its shapes alone.
 *
 * @param macs multiply-adds of convolutions and fully connected layers, as papers count them; 0 for
 *     every other operator
 * @param flops all floating-point operations
 * @param bytes least traffic: every input read once, every output written once
 */
public record Cost(long macs, long flops, long bytes) {}
