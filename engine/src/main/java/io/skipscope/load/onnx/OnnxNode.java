package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.skipscope.error.ModelFormatException;
import io.skipscope.error.UnsupportedOperatorException;
import java.util.List;

/** A node of the file with typed, checked access to its attributes. */
final class OnnxNode {
  private final NodeProto proto;
  private final String file;
  private final String name;

  /**
   * @param file for messages
   * @param name unique in the graph that is being built
   */
  OnnxNode(NodeProto proto, String file, String name) {
    this.proto = proto;
    this.file = file;
    this.name = name;
  }

  String op() {
    return proto.getOpType();
  }

  String name() {
    return name;
  }

  String domain() {
    return proto.getDomain();
  }

  /** Whether the file itself names this node. */
  boolean isNamed() {
    return !proto.getName().isEmpty();
  }

  List<String> inputs() {
    return proto.getInputList();
  }

  List<String> outputs() {
    return proto.getOutputList();
  }

  boolean hasInput(int index) {
    return index < proto.getInputCount() && !proto.getInput(index).isEmpty();
  }

  /**
   * @throws ModelFormatException if the input is absent
   */
  String input(int index) {
    if (!hasInput(index)) {
      throw malformed(proto.getInputCount() + " inputs", "an input " + index + " of " + op());
    }
    return proto.getInput(index);
  }

  /**
   * @throws ModelFormatException if the output is absent
   */
  String output(int index) {
    if (index >= proto.getOutputCount() || proto.getOutput(index).isEmpty()) {
      throw malformed(proto.getOutputCount() + " outputs", "an output " + index + " of " + op());
    }
    return proto.getOutput(index);
  }

  /** The tensor of an attribute that is present. */
  TensorProto tensor(String key) {
    require(attribute(key).hasT(), key, "a tensor");
    return attribute(key).getT();
  }

  private AttributeProto attribute(String key) {
    for (AttributeProto attribute : proto.getAttributeList()) {
      if (attribute.getName().equals(key)) {
        return attribute;
      }
    }
    return null;
  }

  boolean has(String key) {
    return attribute(key) != null;
  }

  long integer(String key, long fallback) {
    AttributeProto attribute = attribute(key);
    if (attribute == null) {
      return fallback;
    }
    require(attribute.hasI(), key, "an integer");
    return attribute.getI();
  }

  /** An integer attribute that says yes (not 0) or no (0). */
  boolean flag(String key, boolean fallback) {
    return integer(key, fallback ? 1 : 0) != 0;
  }

  float number(String key, float fallback) {
    AttributeProto attribute = attribute(key);
    if (attribute == null) {
      return fallback;
    }
    require(attribute.hasF(), key, "a float");
    return attribute.getF();
  }

  String text(String key, String fallback) {
    AttributeProto attribute = attribute(key);
    if (attribute == null) {
      return fallback;
    }
    require(attribute.hasS(), key, "a text");
    return attribute.getS().toStringUtf8();
  }

  /** A list of integers, null if absent. */
  long[] integers(String key) {
    AttributeProto attribute = attribute(key);
    if (attribute == null) {
      return null;
    }
    require(!attribute.hasI() && !attribute.hasF(), key, "a list of integers");
    return attribute.getIntsList().stream().mapToLong(Long::longValue).toArray();
  }

  /** A list of floats, null if absent. */
  float[] numbers(String key) {
    AttributeProto attribute = attribute(key);
    if (attribute == null) {
      return null;
    }
    float[] numbers = new float[attribute.getFloatsCount()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = attribute.getFloats(i);
    }
    return numbers;
  }

  /** A number of the file as an int; anything beyond a billion means "to the end" and is cut. */
  static int clamp(long number) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }

  /**
   * An axis counted from the front.
   *
   * @param rank how many axes there are; a negative axis counts from there
   * @throws ModelFormatException if there is no such axis
   */
  int axis(long axis, int rank) {
    long counted = axis < 0 ? axis + rank : axis;
    if (counted < 0 || counted >= Math.max(rank, 1)) {
      throw malformed("axis " + axis, "an axis of a tensor of rank " + rank);
    }
    return (int) counted;
  }

  /** This node does not fit ONNX's specification. */
  ModelFormatException malformed(String found, String expected) {
    return new ModelFormatException(where(), -1, found, expected);
  }

  /** This node is right, but asks for what we do not run. */
  UnsupportedOperatorException unsupported(String found, String expected) {
    return new UnsupportedOperatorException(
        file, op() + " (node " + name + ") with " + found, expected);
  }

  String where() {
    return file + ", node " + name;
  }

  private void require(boolean right, String key, String expected) {
    if (!right) {
      throw malformed("attribute " + key + " of another type", expected);
    }
  }
}
