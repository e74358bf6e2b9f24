package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Locale;

/** ONNX's numbers for element types. */
final class ElementTypes {
  private ElementTypes() {}

  /** Whether the engine computes with this type, always as float32. */
  static boolean isFloat(long type) {
    DataType known = DataType.forNumber(OnnxNode.clamp(type));
    return known == DataType.FLOAT
        || known == DataType.FLOAT16
        || known == DataType.BFLOAT16
        || known == DataType.DOUBLE;
  }

  static String name(long type) {
    DataType known = DataType.forNumber(OnnxNode.clamp(type));
    return known == null ? "type " + type : known.name().toLowerCase(Locale.ROOT);
  }
}
