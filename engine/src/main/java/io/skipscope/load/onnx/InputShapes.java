package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.skipscope.error.InputException;
import io.skipscope.error.ModelFormatException;
import io.skipscope.tensor.Shape;
import java.nio.file.Path;

/**
 * The shapes of graph inputs: what the file leaves open is taken from its metadata, else batch 1, 3
 * channels and 224 x 224.
 */
final class InputShapes {
  private static final int[] COMMON = {1, 3, 224, 224};

  private final Path file;
  private final int[] openExtents;

  /**
   * @param stated [batch, channels, height, width] of the file's metadata, or null
   */
  InputShapes(Path file, int[] stated) {
    this.file = file;
    openExtents = stated == null ? COMMON : stated;
  }

  /**
   * @throws ModelFormatException if the input is no tensor of floats with a sane shape
   */
  Shape of(ValueInfoProto input) {
    if (!input.getType().hasTensorType() || !input.getType().getTensorType().hasShape()) {
      throw malformed(input, "no tensor shape", "a float tensor of known rank");
    }
    int elementType = input.getType().getTensorType().getElemType();
    if (!ElementTypes.isFloat(elementType)) {
      throw malformed(input, "elements of " + ElementTypes.name(elementType), "floats");
    }
    TensorShapeProto shape = input.getType().getTensorType().getShape();
    int[] extents = new int[shape.getDimCount()];
    for (int axis = 0; axis < extents.length; axis++) {
      extents[axis] = extent(input, shape.getDim(axis), axis, extents.length);
    }
    try {
      return Shape.of(extents);
    } catch (InputException e) {
      throw malformed(input, e.where() + ": " + e.found(), e.expected());
    }
  }

  private int extent(
      ValueInfoProto input, TensorShapeProto.Dimension dimension, int axis, int rank) {
    if (!dimension.hasDimValue() || dimension.getDimValue() <= 0) {
      return axis == 0 || rank != COMMON.length ? 1 : openExtents[axis];
    }
    if (dimension.getDimValue() > Integer.MAX_VALUE) {
      throw malformed(input, "extent " + dimension.getDimValue(), "extents below 2^31");
    }
    return (int) dimension.getDimValue();
  }

  private ModelFormatException malformed(ValueInfoProto input, String found, String expected) {
    return new ModelFormatException(file + ", input " + input.getName(), -1, found, expected);
  }
}
