package io.skipscope.op.layout;

import io.skipscope.graph.Attributes;
import io.skipscope.tensor.Layout;

/** From which layout to which a {@code Reorder} node copies its input. */
public record ReorderAttributes(Layout from, Layout to) implements Attributes {}
