package io.skipscope.graph.edit;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Sets one channel of a value to zero for everything that reads it.
 *
 * @param value a computed value or input of rank 2 or more
 * @param channel from 0
 */
public record ZeroChannel(String value, int channel) implements Edit {
  /** The value that readers get instead, where this is the first channel of it to be zeroed. */
  public String maskedValue() {
    return value + ".masked" + channel;
  }

  @Override
  public Graph apply(Graph graph) {
    Shape shape = graph.shape(value);
    if (shape.rank() < 2 || channel < 0 || channel >= shape.channels()) {
      throw new GraphException(
          value, "channel " + channel, "a channel of a value of shape " + shape);
    }
    GraphBuilder builder = graph.toBuilder();
    String mask = builder.store(name(graph, "mask"), Role.CONSTANT, mask(shape));
    String masked = name(graph, "masked");
    for (Node reader : graph.consumers(value)) {
      builder.node(reader.withInputs(replaced(reader.inputs(), masked)));
    }
    builder.outputs(replaced(graph.outputs(), masked));
    builder.node(new Node(masked, "Mul", List.of(value, mask), masked, Attributes.NONE));
    return builder.build();
  }

  /** Unique, so that several channels of one value can be zeroed one after the other. */
  private String name(Graph graph, String what) {
    String name = value + "." + what + channel;
    return graph.values().containsKey(name) ? name + "." + graph.values().size() : name;
  }

  private List<String> replaced(List<String> names, String masked) {
    return names.stream().map(name -> name.equals(value) ? masked : name).toList();
  }

  private Tensor mask(Shape shape) {
    int[] extents = new int[shape.rank()];
    Arrays.fill(extents, 1);
    extents[1] = shape.channels();
    float[] ones = new float[shape.channels()];
    Arrays.fill(ones, 1);
    ones[channel] = 0;
    return new Tensor(Shape.of(extents), ones);
  }
}
