package io.skipscope.viewer.state;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.tensor.Shape;

/**
 * What the list says of a block.
 *
 * @param stage the heading under which it is listed, such as {@code layer2}
 * @param macs multiply-adds of its convolutions
 */
public record BlockSummary(
    ResidualBlock block, String stage, Shape input, Shape output, long parameters, long macs) {}
