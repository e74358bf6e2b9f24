package io.skipscope.op.pool;

import io.skipscope.graph.Attributes;

/**
 * A run of neighbouring axes that a reduction removes.
 *
 * @param firstAxis the first of them; negative counts from the end
 * @param lastAxis the last of them, inclusive; negative counts from the end
 * @param keepDims whether each stays behind with an extent of 1
 */
public record ReduceAttributes(int firstAxis, int lastAxis, boolean keepDims)
    implements Attributes {}
