package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.skipscope.error.InputException;
import io.skipscope.error.ModelFormatException;
import io.skipscope.tensor.HalfFloats;
import io.skipscope.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * Turns the file's tensors into {@link Constant}s: floats of 16, 32 and 64 bits, integers and
 * booleans; from the typed fields, raw bytes (little-endian) or external data.
 *
 * <p>Source: ONNX's onnx.proto, message TensorProto.
 */
final class TensorReader {
  private final Path model;

  TensorReader(Path model) {
    this.model = model;
  }

  /**
   * @throws ModelFormatException if type, shape and data do not fit together
   */
  Constant read(TensorProto tensor) {
    Shape shape = shape(tensor);
    DataType type = DataType.forNumber(tensor.getDataType());
    int sizeBytes = type == null ? 0 : sizeBytes(type);
    if (sizeBytes == 0) {
      throw malformed(
          tensor,
          "element type " + (type == null ? tensor.getDataType() : type),
          "floats of 16 to 64 bits, integers or booleans");
    }
    ByteBuffer raw = raw(tensor, (long) shape.elementCount() * sizeBytes);
    return raw == null ? typed(tensor, shape, type) : untyped(raw, shape, type);
  }

  private Shape shape(TensorProto tensor) {
    int[] extents = new int[tensor.getDimsCount()];
    for (int axis = 0; axis < extents.length; axis++) {
      extents[axis] = OnnxNode.clamp(tensor.getDims(axis));
    }
    try {
      return Shape.of(extents);
    } catch (InputException e) {
      throw malformed(tensor, e.found(), e.expected());
    }
  }

  private static int sizeBytes(DataType type) {
    return switch (type) {
      case INT8, UINT8, BOOL -> 1;
      case FLOAT16, BFLOAT16, INT16, UINT16 -> 2;
      case FLOAT, INT32, UINT32 -> 4;
      case DOUBLE, INT64, UINT64 -> 8;
      default -> 0;
    };
  }

  private ByteBuffer raw(TensorProto tensor, long sizeBytes) {
    if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
      return new ExternalData(model).read(tensor, sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    if (!tensor.hasRawData()) {
      return null;
    }
    requireCount(tensor, tensor.getRawData().size(), sizeBytes, "bytes");
    return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Constant untyped(ByteBuffer raw, Shape shape, DataType type) {
    return switch (type) {
      case FLOAT -> copied(shape, raw);
      case DOUBLE -> floats(shape, i -> raw.getDouble(8 * i));
      case FLOAT16 -> floats(shape, i -> HalfFloats.ofBinary16(raw.getShort(2 * i)));
      case BFLOAT16 -> floats(shape, i -> HalfFloats.ofBfloat16(raw.getShort(2 * i)));
      case INT8 -> longs(shape, raw::get);
      case UINT8, BOOL -> longs(shape, i -> raw.get(i) & 0xFF);
      case INT16 -> longs(shape, i -> raw.getShort(2 * i));
      case UINT16 -> longs(shape, i -> raw.getShort(2 * i) & 0xFFFF);
      case INT32 -> longs(shape, i -> raw.getInt(4 * i));
      case UINT32 -> longs(shape, i -> raw.getInt(4 * i) & 0xFFFFFFFFL);
      default -> longs(shape, i -> raw.getLong(8 * i));
    };
  }

  private Constant typed(TensorProto tensor, Shape shape, DataType type) {
    int present =
        switch (type) {
          case FLOAT -> tensor.getFloatDataCount();
          case DOUBLE -> tensor.getDoubleDataCount();
          case INT64 -> tensor.getInt64DataCount();
          case UINT32, UINT64 -> tensor.getUint64DataCount();
          default -> tensor.getInt32DataCount();
        };
    requireCount(tensor, present, shape.elementCount(), "numbers");
    return switch (type) {
      case FLOAT -> floats(shape, tensor::getFloatData);
      case DOUBLE -> floats(shape, tensor::getDoubleData);
      case FLOAT16 -> floats(shape, i -> HalfFloats.ofBinary16((short) tensor.getInt32Data(i)));
      case BFLOAT16 -> floats(shape, i -> HalfFloats.ofBfloat16((short) tensor.getInt32Data(i)));
      case INT64 -> longs(shape, tensor::getInt64Data);
      case UINT32, UINT64 -> longs(shape, tensor::getUint64Data);
      default -> longs(shape, tensor::getInt32Data);
    };
  }

  /** Weights are mostly these: many, and as they are wanted. */
  private static Constant copied(Shape shape, ByteBuffer raw) {
    float[] numbers = new float[shape.elementCount()];
    raw.asFloatBuffer().get(numbers);
    return Constant.ofFloats(shape, numbers);
  }

  private static Constant floats(Shape shape, IntToDoubleFunction element) {
    float[] numbers = new float[shape.elementCount()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) element.applyAsDouble(i);
    }
    return Constant.ofFloats(shape, numbers);
  }

  private static Constant longs(Shape shape, IntToLongFunction element) {
    long[] numbers = new long[shape.elementCount()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = element.applyAsLong(i);
    }
    return Constant.ofLongs(shape, numbers);
  }

  private void requireCount(TensorProto tensor, long found, long expected, String unit) {
    if (found != expected) {
      throw malformed(
          tensor, found + " " + unit, expected + " " + unit + " for shape " + tensor.getDimsList());
    }
  }

  private ModelFormatException malformed(TensorProto tensor, String found, String expected) {
    return new ModelFormatException(model + ", tensor " + tensor.getName(), -1, found, expected);
  }
}
