package io.skipscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.job.Job;
import io.skipscope.load.safetensors.SafetensorsFile;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.norm.BatchNormAttributes;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A residual block with every intermediate tensor as PyTorch computed it. */
final class GoldenBlock {
  private final SafetensorsFile file;
  private final JsonNode convolutions;
  private final GraphBuilder builder = Graph.builder("golden");

  private GoldenBlock(SafetensorsFile file) {
    this.file = file;
    try {
      convolutions = new ObjectMapper().readTree(file.metadata().get("convolutions"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static GoldenBlock read(Path path) {
    return new GoldenBlock(SafetensorsFile.read(path, Job.unwatched()));
  }

  Tensor input() {
    return file.tensors().get("input");
  }

  /** The tensors of evaluation mode by their golden names: {@code conv1}, {@code add}. */
  Map<String, Tensor> expected() {
    Map<String, Tensor> expected = new LinkedHashMap<>();
    file.tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith("eval/")) {
                expected.put(name.substring("eval/".length()), tensor);
              }
            });
    return expected;
  }

  /** The block as a graph; values carry the golden names where the file has them. */
  Graph graph() {
    builder.input("input", input().shape());
    boolean inverted = file.metadata().get("block").equals("INVERTED_RESIDUAL");
    String residual = inverted ? invertedResidual() : residual();
    String shortcut = shortcut();
    String output = residual;
    if (shortcut != null) {
      output = node("add", "Add", List.of(residual, shortcut), AddAttributes.PLAIN);
    }
    if (!inverted) {
      output = activation("output", output, Activation.RELU);
    }
    return builder.output(output).build();
  }

  /** The value that a golden name means. */
  String value(String golden, Graph graph) {
    return switch (golden) {
      case "output" -> graph.outputs().get(0);
      case "shortcut" ->
          file.metadata().get("shortcut").equals("IDENTITY") ? "input" : "downsample.1";
      default -> golden;
    };
  }

  private String residual() {
    String x = "input";
    int last = file.metadata().get("block").equals("BASIC") ? 2 : 3;
    for (int i = 1; i <= last; i++) {
      x = norm("bn" + i, conv("conv" + i, x));
      if (i < last) {
        x = activation("relu" + i, x, Activation.RELU);
      }
    }
    return x;
  }

  /** Names as torchvision's Sequential gives them: conv.0.0, conv.0.1, conv.0.2, conv.1.0, ... */
  private String invertedResidual() {
    String x = "input";
    int last = convolutions.size() - 1;
    for (int i = 0; i < last; i++) {
      x = norm("conv." + i + ".1", conv("conv." + i + ".0", x));
      x = activation("conv." + i + ".2", x, Activation.RELU6);
    }
    return norm("conv." + (last + 1), conv("conv." + last, x));
  }

  private String shortcut() {
    return switch (file.metadata().get("shortcut")) {
      case "IDENTITY" -> "input";
      case "PROJECTION" -> norm("downsample.1", conv("downsample.0", "input"));
      default -> null;
    };
  }

  private String conv(String name, String x) {
    JsonNode c = convolutions.get(name);
    int padH = c.get("padding").get(0).asInt();
    int padW = c.get("padding").get(1).asInt();
    ConvAttributes attributes =
        new ConvAttributes(
            c.get("stride").get(0).asInt(),
            c.get("stride").get(1).asInt(),
            padH,
            padW,
            padH,
            padW,
            c.get("dilation").get(0).asInt(),
            c.get("dilation").get(1).asInt(),
            c.get("groups").asInt());
    return node(name, "Conv", List.of(x, stored(name + ".weight")), attributes);
  }

  private String norm(String name, String x) {
    List<String> inputs =
        List.of(
            x,
            stored(name + ".weight"),
            stored(name + ".bias"),
            stored(name + ".running_mean"),
            stored(name + ".running_var"));
    float epsilon = Float.parseFloat(file.metadata().get("bn_eps"));
    return node(name, "BatchNorm", inputs, new BatchNormAttributes(epsilon));
  }

  private String activation(String name, String x, Activation activation) {
    return node(name, "Activation", List.of(x), new ActivationAttributes(activation));
  }

  private String node(String name, String op, List<String> inputs, Attributes attributes) {
    return builder.node(new Node(name, op, inputs, name, attributes));
  }

  private String stored(String name) {
    return builder.store(name, Role.PARAMETER, file.tensors().get("param/" + name));
  }
}
