package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.skipscope.error.ModelFormatException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.error.UnsupportedOperatorException;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.job.Job;
import io.skipscope.op.activation.ActivationAttributes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Builds a graph from a parsed ONNX model: names nodes, sorts them, folds what is known and
 * converts the rest one by one.
 */
final class OnnxImporter {
  private static final int OLDEST_OPSET = 7;
  private static final int NEWEST_OPSET = 21;

  private final Path file;
  private final ModelProto model;
  private final InputShapes inputShapes;
  private final TensorReader tensors;
  private final Folding folding;
  private final Set<String> unsupported = new LinkedHashSet<>();

  /**
   * @param file for messages, label files and external data
   * @param inputShapes decides what the file leaves open
   */
  OnnxImporter(Path file, ModelProto model, InputShapes inputShapes) {
    this.file = file;
    this.model = model;
    this.inputShapes = inputShapes;
    tensors = new TensorReader(file);
    folding = new Folding(tensors);
  }

  /**
   * @throws ModelFormatException if the model contradicts itself or the specification
   * @throws UnsupportedOperatorException listing everything that we do not run
   */
  Graph read(String graphName, Job job) {
    GraphProto proto = model.getGraph();
    Set<String> given = initializerNames(proto);
    List<ValueInfoProto> inputs =
        proto.getInputList().stream().filter(i -> !given.contains(i.getName())).toList();
    inputs.forEach(input -> given.add(input.getName()));
    List<String> outputs = proto.getOutputList().stream().map(ValueInfoProto::getName).toList();
    if (outputs.isEmpty()) {
      throw new ModelFormatException(file.toString(), -1, "a graph without outputs", "an output");
    }
    List<OnnxNode> nodes = new NodeOrder(file.toString(), named(proto), given).towards(outputs);
    ImportContext context =
        new ImportContext(opset(), Graph.builder(graphName), new FileUses(nodes, outputs));
    inputs.forEach(i -> context.addInput(i.getName(), inputShapes.of(i)));
    readInitializers(proto, nodes, outputs, context);
    for (int i = 0; i < nodes.size(); i++) {
      job.progress("Reading " + file.getFileName(), i, nodes.size());
      convert(nodes.get(i), context);
    }
    outputs.stream()
        .filter(output -> !context.knows(output))
        .forEach(output -> noteMissing(output, "graph output"));
    throwUnsupported();
    outputs.forEach(output -> context.builder().output(outputValue(output, given, context)));
    return context.builder().build();
  }

  private static Set<String> initializerNames(GraphProto proto) {
    Set<String> names = new HashSet<>();
    proto.getInitializerList().forEach(tensor -> names.add(tensor.getName()));
    return names;
  }

  /** The version of ONNX's own operators that the model asks for. */
  int opset() {
    for (OperatorSetIdProto set : model.getOpsetImportList()) {
      if (isDefaultDomain(set.getDomain())) {
        if (set.getVersion() < OLDEST_OPSET || set.getVersion() > NEWEST_OPSET) {
          throw new ModelFormatException(
              file.toString(),
              -1,
              "opset " + set.getVersion(),
              "opset " + OLDEST_OPSET + " to " + NEWEST_OPSET + "; export the model with one");
        }
        return (int) set.getVersion();
      }
    }
    throw new ModelFormatException(file.toString(), -1, "no opset", "an opset of ONNX's operators");
  }

  private static boolean isDefaultDomain(String domain) {
    return domain.isEmpty() || domain.equals("ai.onnx");
  }

  /** The nodes under their names; those that we know no converter for are noted. */
  private List<OnnxNode> named(GraphProto proto) {
    NodeNames names = new NodeNames(proto.getNodeList());
    List<OnnxNode> nodes = new ArrayList<>();
    for (NodeProto node : proto.getNodeList()) {
      nodes.add(new OnnxNode(node, file.toString(), names.nameOf(node, nodes.size())));
    }
    return nodes;
  }

  private void readInitializers(
      GraphProto proto, List<OnnxNode> nodes, List<String> outputs, ImportContext context) {
    Set<String> read = new HashSet<>(outputs);
    nodes.forEach(node -> read.addAll(node.inputs()));
    Map<String, Constant> constants = new ConcurrentHashMap<>();
    proto.getInitializerList().parallelStream()
        .filter(tensor -> read.contains(tensor.getName()))
        .forEach(tensor -> constants.put(tensor.getName(), tensors.read(tensor)));
    constants.forEach(context::addConstant);
    if (proto.getSparseInitializerCount() > 0) {
      throw new ModelFormatException(
          file.toString(), -1, "sparse initializers", "dense ones; export the model without them");
    }
  }

  /** A node that follows an unsupported one is left out, so that all of those can be listed. */
  private void convert(OnnxNode node, ImportContext context) {
    Converter converter = Converters.of(node.op());
    if (!isDefaultDomain(node.domain()) || converter == null && !Folding.knows(node.op())) {
      String prefix = isDefaultDomain(node.domain()) ? "" : node.domain() + ".";
      unsupported.add(prefix + node.op() + " (node " + node.name() + ")");
      return;
    }
    for (String input : node.inputs()) {
      if (!input.isEmpty() && !context.knows(input)) {
        noteMissing(input, "input of node " + node.name());
        return;
      }
    }
    try {
      Constant constant = folding.fold(node, context);
      if (constant != null) {
        context.addConstant(node.output(0), constant);
      } else if (converter != null) {
        converter.convert(node, context);
      } else {
        throw node.unsupported("inputs computed at run time", "known ones");
      }
    } catch (UnsupportedOperatorException e) {
      unsupported.add(e.found());
    } catch (ModelFormatException e) {
      throw e;
    } catch (SkipscopeException e) {
      throw new ModelFormatException(node.where(), -1, e.found(), e.expected(), e);
    } catch (ArithmeticException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new ModelFormatException(
          node.where(),
          -1,
          "attributes and shapes that do not fit together",
          "a " + node.op() + " as ONNX specifies it; the file may be damaged",
          e);
    }
  }

  /**
   * A value that no converted node gives is the second output of one, unless its node is among the
   * unsupported ones that are listed already.
   */
  private void noteMissing(String value, String use) {
    if (unsupported.isEmpty()) {
      unsupported.add("a further output " + value + " (" + use + ")");
    }
  }

  private void throwUnsupported() {
    if (!unsupported.isEmpty()) {
      throw new UnsupportedOperatorException(
          file.toString(),
          "unsupported operators: " + String.join(", ", unsupported),
          "operators that Skipscope runs; export the model without these");
    }
  }

  /** A graph output must be computed by a node; an input or constant is copied by one. */
  private static String outputValue(String output, Set<String> given, ImportContext context) {
    String value = context.value(output);
    if (context.writer(value) != null) {
      return value;
    }
    String copy = given.contains(output) ? output + ".copy" : output;
    return context
        .builder()
        .node(
            new Node(
                copy,
                "Activation",
                List.of(value),
                copy.equals(value) ? copy + ".copy" : copy,
                new ActivationAttributes(Activation.NONE)));
  }
}
