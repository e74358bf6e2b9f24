package io.skipscope.zoo;

import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.tensor.Shape;
import java.util.Map;

/** The plan of a network without its numbers: two equal architectures have equal graphs. */
public sealed interface Architecture permits ResNet, CifarResNet, MobileNetV2 {
  /** The zoo name, such as {@code resnet50:v1}; what no name can say is in {@link #config}. */
  String name();

  /** What makes this architecture, in the keys of {@link ZooConfig}; values are JSON-like. */
  Map<String, Object> config();

  /** Height and width of the square pictures it was designed for. */
  int inputSize();

  /** Outputs of the classifier when nobody asks for another number. */
  int defaultClasses();

  /** Module path of the classifier: {@code fc}, {@code linear} or {@code classifier.1}. */
  String classifier();

  /** Writes all layers after the input and returns the value of the logits. */
  String layers(NetBuilder net, String input, int classes);

  /**
   * The graph with its numbers: value {@code input} [1, 3, height, width] to logits [1, classes];
   * shapes are not yet inferred.
   *
   * @throws InputException if {@code classes} is below 1
   */
  default Graph build(ParameterSource source, int classes, int height, int width) {
    if (classes < 1) {
      throw new InputException("number of classes of " + name(), "" + classes, "1 or more");
    }
    NetBuilder net = new NetBuilder(name(), source);
    String logits = layers(net, net.input(Shape.of(1, 3, height, width)), classes);
    return net.build(logits);
  }
}
