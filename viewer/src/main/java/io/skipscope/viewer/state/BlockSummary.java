package io.skipscope.viewer.state;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.measure.ModelInfo;

/**
 * What the list says of a block.
 *
 * @param stage the heading under which it is listed, such as {@code layer2}
 * @param counts its shapes, parameters and multiply-adds
 */
public record BlockSummary(ResidualBlock block, String stage, ModelInfo.Block counts) {}
