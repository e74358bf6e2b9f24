package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import io.skipscope.error.IoReason;
import io.skipscope.error.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Bytes of an ONNX file: recognised by their structure, and parsed. */
final class OnnxFile {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;

  private OnnxFile() {}

  /**
   * Whether the bytes can be the start of a {@code ModelProto}: known fields of the right wire type
   * one after the other, a believable IR version or a graph among them.
   */
  static boolean looksLikeModel(byte[] head) {
    CodedInputStream in = CodedInputStream.newInstance(head);
    boolean plausible = false;
    try {
      while (!in.isAtEnd()) {
        int tag = in.readTag();
        int field = tag >>> 3;
        if ((tag & 7) != wireType(field)) {
          return false;
        }
        if (field == ModelProto.IR_VERSION_FIELD_NUMBER) {
          long version = in.readInt64();
          plausible = version > 0 && version < 1000;
        } else {
          plausible |= field == ModelProto.GRAPH_FIELD_NUMBER;
          in.skipField(tag);
        }
      }
    } catch (IOException endOfHead) {
      return plausible;
    }
    return plausible;
  }

  private static int wireType(int field) {
    return switch (field) {
      case ModelProto.IR_VERSION_FIELD_NUMBER, ModelProto.MODEL_VERSION_FIELD_NUMBER -> VARINT;
      case ModelProto.PRODUCER_NAME_FIELD_NUMBER,
          ModelProto.PRODUCER_VERSION_FIELD_NUMBER,
          ModelProto.DOMAIN_FIELD_NUMBER,
          ModelProto.DOC_STRING_FIELD_NUMBER,
          ModelProto.GRAPH_FIELD_NUMBER,
          ModelProto.OPSET_IMPORT_FIELD_NUMBER,
          ModelProto.METADATA_PROPS_FIELD_NUMBER,
          ModelProto.TRAINING_INFO_FIELD_NUMBER,
          ModelProto.FUNCTIONS_FIELD_NUMBER ->
          LENGTH_DELIMITED;
      default -> -1;
    };
  }

  /**
   * @throws ModelFormatException if the file is missing, too large, truncated or no ONNX model
   */
  static ModelProto parse(Path file) {
    CodedInputStream in = null;
    try {
      in = UnsafeByteOperations.unsafeWrap(mapped(file)).newCodedInput();
      in.enableAliasing(true);
      ModelProto model = ModelProto.parseFrom(in);
      if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
        throw new ModelFormatException(
            file.toString(), -1, "no graph in the model", "an ONNX model with at least one node");
      }
      return model;
    } catch (InvalidProtocolBufferException e) {
      throw new ModelFormatException(
          file.toString(),
          in.getTotalBytesRead(),
          "bytes that are no ONNX model",
          "a complete ONNX file; it may be truncated or damaged, fetch or export it again",
          e);
    } catch (IOException e) {
      throw new ModelFormatException(
          file.toString(),
          -1,
          "that it cannot be read (" + IoReason.of(e) + ")",
          "a readable ONNX file",
          e);
    }
  }

  /** The file as memory: its tensors' bytes are copied once, when they become numbers. */
  private static ByteBuffer mapped(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new ModelFormatException(
            file.toString(),
            -1,
            channel.size() + " bytes",
            "at most 2 GiB, the most that protobuf holds; store large tensors as external data");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }
}
