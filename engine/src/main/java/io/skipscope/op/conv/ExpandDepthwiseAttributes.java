package io.skipscope.op.conv;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Attributes;

/**
 * What {@link ExpandDepthwise} does besides two weights.
 *
 * @param expandActivation between both convolutions
 * @param depthwise geometry of the second convolution; that of the first is fixed
 */
record ExpandDepthwiseAttributes(Activation expandActivation, ConvAttributes depthwise)
    implements Attributes {}
