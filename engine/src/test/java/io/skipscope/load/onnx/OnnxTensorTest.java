package io.skipscope.load.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.skipscope.error.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTensorTest {
  @TempDir Path folder;

  @Test
  void everyElementTypeIsReadFromRawBytes() {
    assertArrayEquals(
        new float[] {1.5f, -2}, floats(DataType.FLOAT, raw(8).putFloat(1.5f).putFloat(-2)));
    assertArrayEquals(
        new float[] {1.5f, -2}, floats(DataType.DOUBLE, raw(16).putDouble(1.5).putDouble(-2)));
    assertArrayEquals(
        new float[] {1.5f, -2},
        floats(DataType.FLOAT16, raw(4).putShort((short) 0x3E00).putShort((short) 0xC000)));
    assertArrayEquals(
        new float[] {1.5f, -2},
        floats(DataType.BFLOAT16, raw(4).putShort((short) 0x3FC0).putShort((short) 0xC000)));
    assertArrayEquals(new float[] {7, -2}, floats(DataType.INT64, raw(16).putLong(7).putLong(-2)));
    assertArrayEquals(new float[] {7, -2}, floats(DataType.INT32, raw(8).putInt(7).putInt(-2)));
    assertArrayEquals(
        new float[] {7, 254}, floats(DataType.UINT8, raw(2).put((byte) 7).put((byte) -2)));
  }

  @Test
  void externalDataIsReadFromBesideTheModel() throws IOException {
    Files.write(folder.resolve("w.bin"), raw(16).putFloat(0).putFloat(3).putFloat(4).array());
    Constant constant = read(external("w.bin", 4));
    assertArrayEquals(new float[] {3, 4}, constant.tensor().data());
  }

  @Test
  void externalDataOutsideOfTheModelsFolderIsRefused() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("model"));
    Files.write(folder.resolve("secret.bin"), new byte[100]);
    Files.createSymbolicLink(inside.resolve("link.bin"), folder.resolve("secret.bin"));
    TensorReader reader = new TensorReader(inside.resolve("m.onnx"));
    for (String location :
        new String[] {"../secret.bin", folder + "/secret.bin", "link.bin", "", "a\0b"}) {
      assertThrows(ModelFormatException.class, () -> reader.read(external(location, 0)), location);
    }
  }

  @Test
  void dataThatDoesNotFitTheShapeIsNamed() throws IOException {
    Files.write(folder.resolve("short.bin"), new byte[6]);
    TensorProto.Builder negative = tensor(DataType.FLOAT).setDims(0, -3);
    TensorProto.Builder huge = tensor(DataType.FLOAT).setDims(0, 1L << 40);
    TensorProto.Builder text = tensor(DataType.STRING);
    TensorProto.Builder few = tensor(DataType.FLOAT).addFloatData(1);
    TensorProto.Builder unknown = tensor(DataType.FLOAT).setDataType(99);
    for (TensorProto bad :
        new TensorProto[] {
          negative.build(),
          huge.build(),
          text.build(),
          few.build(),
          unknown.build(),
          external("short.bin", 0),
          external("missing.bin", 0),
          external("short.bin", -1),
          external("short.bin", 0).toBuilder().setDims(0, 1 << 30).build()
        }) {
      assertThrows(ModelFormatException.class, () -> read(bad), bad::toString);
    }
  }

  private static ByteBuffer raw(int sizeBytes) {
    return ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TensorProto.Builder tensor(DataType type) {
    return TensorProto.newBuilder().setName("w").setDataType(type.getNumber()).addDims(2);
  }

  private static TensorProto external(String location, long offset) {
    return tensor(DataType.FLOAT)
        .setDataLocation(DataLocation.EXTERNAL)
        .addExternalData(entry("location", location))
        .addExternalData(entry("offset", "" + offset))
        .build();
  }

  private static StringStringEntryProto entry(String key, String text) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(text).build();
  }

  private float[] floats(DataType type, ByteBuffer raw) {
    return read(tensor(type).setRawData(ByteString.copyFrom(raw.flip())).build()).tensor().data();
  }

  private Constant read(TensorProto tensor) {
    return new TensorReader(folder.resolve("m.onnx")).read(tensor);
  }
}
