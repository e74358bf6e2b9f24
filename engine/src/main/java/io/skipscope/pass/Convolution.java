package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.tensor.Shape;

/**
 * A convolution's node with its weight's shape.
 *
 * @param weight [output channels, input channels / groups, kernel height, kernel width]
 */
record Convolution(Node node, Shape weight) {
  /** The node as a convolution, or null if it is something else or its weight is computed. */
  static Convolution of(Graph graph, Node node) {
    boolean trained = node.op().equals("Conv") && graph.stored().containsKey(node.input(1));
    return trained ? new Convolution(node, graph.stored().get(node.input(1)).shape()) : null;
  }

  boolean pointwise() {
    return weight.height() == 1 && weight.width() == 1 && !depthwise();
  }

  boolean depthwise() {
    int groups = ((ConvAttributes) node.attributes()).groups();
    return groups > 1 && weight.channels() == 1 && weight.batch() == groups;
  }
}
