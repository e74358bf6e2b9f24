package io.skipscope.op.conv;

import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * Both convolutions of an {@link ExpandDepthwise}, as nodes of their own.
 *
 * @param expand writes a value that the graph does not have, {@link #expanded}
 * @param depthwise reads that
 */
record ExpandDepthwiseParts(NodeContext expand, NodeContext depthwise) {
  static ExpandDepthwiseParts of(NodeContext context) {
    Node node = context.node();
    ExpandDepthwiseAttributes attributes = (ExpandDepthwiseAttributes) node.attributes();
    String expanded = node.name() + "#expanded";
    Node first =
        new Node(
                node.name(),
                "Conv",
                List.of(node.input(0), node.input(1)),
                expanded,
                ConvAttributes.of(1, 0, 1))
            .withEpilogue(
                Epilogue.NONE
                    .withBias(node.input(3))
                    .withActivation(attributes.expandActivation()));
    Node second =
        new Node(
                node.name(),
                "Conv",
                List.of(expanded, node.input(2)),
                node.output(),
                attributes.depthwise())
            .withEpilogue(node.epilogue());
    Shape shape = ConvGeometry.of(new NodeContext(first, context.shapes())).output();
    return new ExpandDepthwiseParts(
        withValue(context, first, expanded, shape), withValue(context, second, expanded, shape));
  }

  private static NodeContext withValue(NodeContext around, Node node, String value, Shape shape) {
    return new NodeContext(
        node,
        name -> name.equals(value) ? shape : around.shapes().apply(name),
        name -> !name.equals(value) && around.stored().test(name),
        around.tuning());
  }

  ConvGeometry expandGeometry() {
    return ConvGeometry.of(expand);
  }

  ConvGeometry depthwiseGeometry() {
    return ConvGeometry.of(depthwise);
  }

  /** The name of what lies between both. */
  String expanded() {
    return expand.node().output();
  }

  Shape expandedShape() {
    return expand.output();
  }
}
