package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import io.skipscope.op.AutoPad;
import java.util.List;

/** Adds attributes to a node that is being written. */
record OnnxNodeBuilder(NodeProto.Builder proto) {
  OnnxNodeBuilder integer(String key, long number) {
    attribute(key, AttributeType.INT).setI(number);
    return this;
  }

  OnnxNodeBuilder flag(String key, boolean yes) {
    return integer(key, yes ? 1 : 0);
  }

  OnnxNodeBuilder number(String key, float number) {
    attribute(key, AttributeType.FLOAT).setF(number);
    return this;
  }

  OnnxNodeBuilder text(String key, String text) {
    attribute(key, AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
    return this;
  }

  OnnxNodeBuilder integers(String key, List<Integer> numbers) {
    AttributeProto.Builder attribute = attribute(key, AttributeType.INTS);
    numbers.forEach(attribute::addInts);
    return this;
  }

  /** The padding of a window, top, left, bottom, right, or the rule that it follows. */
  OnnxNodeBuilder pads(AutoPad autoPad, int top, int left, int bottom, int right) {
    return autoPad == AutoPad.NONE
        ? integers("pads", List.of(top, left, bottom, right))
        : text("auto_pad", autoPad.name());
  }

  private AttributeProto.Builder attribute(String key, AttributeType type) {
    return proto.addAttributeBuilder().setName(key).setType(type);
  }
}
