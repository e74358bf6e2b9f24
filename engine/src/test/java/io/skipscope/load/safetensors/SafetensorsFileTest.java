package io.skipscope.load.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.error.ModelFormatException;
import io.skipscope.job.Job;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    float[] many = new float[40_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = i * 0.5f;
    }
    tensors.put("b.weight", new Tensor(Shape.of(200, 200), many));
    tensors.put("a", Tensor.scalar(-1.25f));
    tensors.put("none", Tensor.zeros(Shape.of(0, 3)));
    Path file = folder.resolve("sub/x.safetensors");
    new SafetensorsFile(tensors, Map.of("näme", "\"quoted\"\n")).write(file);

    SafetensorsFile read = SafetensorsFile.read(file, Job.unwatched());
    assertEquals(List.of("b.weight", "a", "none"), List.copyOf(read.tensors().keySet()));
    assertArrayEquals(many, read.tensors().get("b.weight").data());
    assertEquals(Shape.of(), read.tensors().get("a").shape());
    assertEquals(Shape.of(0, 3), read.tensors().get("none").shape());
    assertEquals(Map.of("näme", "\"quoted\"\n"), read.metadata());
  }

  @Test
  void numbersStartAtAMultipleOfEightBytes() throws IOException {
    Path file = folder.resolve("x.safetensors");
    new SafetensorsFile(Map.of("abc", Tensor.scalar(1)), Map.of()).write(file);
    long header =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertEquals(0, header % 8);
  }

  @Test
  void narrowAndWideFloatsBecomeFloatsAndCountersAreLeftOut() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    data.putDouble(0.5).putLong(9).putShort((short) 0x3c00).putShort((short) 0xbf80);
    data.putShort((short) 0);
    String header =
        "{\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
            + "\"n\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[8,16]},"
            + "\"h\":{\"dtype\":\"F16\",\"shape\":[1,1],\"data_offsets\":[16,18]},"
            + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[18,22]}}";
    Map<String, Tensor> tensors =
        SafetensorsFile.read(file(header, data.array()), Job.unwatched()).tensors();
    assertEquals(List.of("d", "h", "b"), List.copyOf(tensors.keySet()));
    assertArrayEquals(new float[] {0.5f}, tensors.get("d").data());
    assertArrayEquals(new float[] {1}, tensors.get("h").data());
    assertArrayEquals(new float[] {-1, 0}, tensors.get("b").data());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 | truncated",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | 8 | too long",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | 4 | 8 bytes for F32 2",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | no gap",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}} | 4 | 4 bytes for F32",
        "{\"a\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,1]}} | 1 | of type F8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | 4 | extent -1",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,4]}} | 4 | 2^31",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967297],\"data_offsets\":[0,4]}} | 4 | 2^31",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":1,\"data_offsets\":[0,4]}} | 4 | without a shape",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}} | 4 | data_offsets",
        "{\"a\":{}, \"a\":{}} | 4 | no JSON",
        "[1,2] | 4 | no JSON object",
        "{\"a\" | 4 | no JSON",
      })
  void faultyHeadersAreNamed(String header, int dataBytes, String message) throws IOException {
    Path file = file(header, new byte[dataBytes]);
    ModelFormatException thrown =
        assertThrows(ModelFormatException.class, () -> SafetensorsFile.read(file, Job.unwatched()));
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
  }

  @Test
  void overlappingTensorsAreRefused() throws IOException {
    String header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}";
    Path file = file(header, new byte[8]);
    ModelFormatException thrown =
        assertThrows(ModelFormatException.class, () -> SafetensorsFile.read(file, Job.unwatched()));
    assertTrue(thrown.getMessage().contains("tensor b from byte 4"), thrown.getMessage());
  }

  @Test
  void headerLengthsBeyondTheFileAreRefused() throws IOException {
    for (long length : new long[] {-1, 0, 1, 1000, Long.MAX_VALUE}) {
      ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      Path file = Files.write(folder.resolve("x"), bytes.array());
      assertThrows(ModelFormatException.class, () -> SafetensorsFile.read(file, Job.unwatched()));
    }
    Path file = Files.write(folder.resolve("y"), new byte[3]);
    assertThrows(ModelFormatException.class, () -> SafetensorsFile.read(file, Job.unwatched()));
  }

  @Test
  void missingFileIsAnInputFault() {
    assertThrows(
        InputException.class,
        () -> SafetensorsFile.read(folder.resolve("absent"), Job.unwatched()));
  }

  private Path file(String header, byte[] data) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text).put(data);
    return Files.write(folder.resolve("x.safetensors"), bytes.array());
  }
}
