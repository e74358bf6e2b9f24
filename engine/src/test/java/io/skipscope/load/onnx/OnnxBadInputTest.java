package io.skipscope.load.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.skipscope.error.ModelFormatException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.error.UnsupportedOperatorException;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.testing.RandomTensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxBadInputTest {
  private static final OnnxFormat FORMAT = new OnnxFormat();

  @TempDir Path folder;

  @Test
  void allUnsupportedOperatorsAreListedAtOnce() {
    TinyModel model =
        new TinyModel(13)
            .input("x", 1, 2, 3, 3)
            .node("LSTM", "rnn1", "x -> a")
            .node("Relu", "relu", "x -> b")
            .node("Resize", "up", "b _ scales -> c", "mode", "linear")
            .floats("scales", RandomTensors.of(1, 4))
            .node("Mish", "mish", "a -> d")
            .node("Add", "sum", "d c -> y")
            .output("y");
    String message = assertThrows(UnsupportedOperatorException.class, model::read).getMessage();
    assertTrue(message.contains("LSTM (node rnn1)"), message);
    assertTrue(message.contains("Mish (node mish)"), message);
    assertTrue(message.contains("Resize (node up) with mode linear"), message);
    assertFalse(message.contains("Relu"), message);
  }

  @Test
  void contradictionsAreNamed() {
    expect("a cycle", relu().node("Add", "p", "b r -> a").node("Relu", "q", "a -> b").output("b"));
    expect("which nothing writes", relu().node("Relu", "q", "nowhere -> b").output("b"));
    expect("which nothing writes", relu().output("missing"));
    expect("written a second time", relu().node("Relu", "q", "x -> r").output("r"));
    expect("without outputs", relu());
    expect(
        "a further output m (graph output)",
        relu().node("Softmax", "s", "r -> p m").output("p").output("m"));
    expect("rank", relu().node("Gemm", "fc", "r r -> b").output("b"));
    expect("an input 1 of Conv", relu().node("Conv", "c", "r -> b").output("b"));
    expect("strides", conv("strides", new long[] {0, 1}));
    expect("pads with 2 numbers", conv("pads", new long[] {1, 1}));
    expect("attribute pads of another type", conv("pads", 1));
    expect("auto_pad", conv("auto_pad", "SOME"));
    expect("kernel_shape", conv("kernel_shape", new long[] {3, 3}));
    expect("group 0", conv("group", 0));
    expect("axis 7", relu().node("Softmax", "s", "r -> b", "axis", 7).output("b"));
    expect(
        "perm",
        relu().node("Transpose", "t", "r -> b", "perm", new long[] {0, 0, 1, 2}).output("b"));
    expect(
        "for an input of 1x2x3x3",
        relu().integers("s", 5, -1).node("Reshape", "v", "r s -> b").output("b"));
    expect(
        "more than 2^31 - 1 elements",
        new TinyModel(13)
            .input("x", 1, 3, 1 << 16, 1 << 16)
            .node("Relu", "r", "x -> y")
            .output("y"));
    expect(
        "opset 99",
        new TinyModel(99).input("x", 1, 2, 3, 3).node("Relu", "r", "x -> y").output("y"));
    expect(
        "elements of uint8",
        new TinyModel(13)
            .input("x", DataType.UINT8, 1, 2, 3, 3)
            .node("Relu", "r", "x -> y")
            .output("y"));
  }

  @Test
  void aModelForSomethingElseThanPicturesIsRefused() throws IOException {
    TinyModel model = new TinyModel(13).input("x", 1, 8).node("Relu", "r", "x -> y").output("y");
    Path file = model.write(folder.resolve("m.onnx"));
    String message =
        assertThrows(ModelFormatException.class, () -> FORMAT.open(file, null, Job.unwatched()))
            .getMessage();
    assertTrue(message.contains("x 1x8") && message.contains("batch, channels"), message);
  }

  @Test
  void theBytesDecideWhetherAFileIsOnnx() throws IOException {
    byte[] model = TinyModels.residual().build().toByteArray();
    assertTrue(FORMAT.matches(model, "whatever.bin"));
    assertTrue(FORMAT.matches(Arrays.copyOf(model, 200), "m.onnx"));
    for (String other : new String[] {"", "PK\3\4zip", "{\"json\": 1}", "\u0089PNG\r\n", "text"}) {
      assertFalse(FORMAT.matches(other.getBytes(StandardCharsets.ISO_8859_1), "m.onnx"), other);
    }
    assertFalse(FORMAT.matches(new byte[4096], "m.onnx"));
  }

  @Test
  void aTruncatedFileIsNamedWithItsOffset() throws IOException {
    byte[] model = TinyModels.residual().build().toByteArray();
    Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(model, model.length / 2));
    String message =
        assertThrows(ModelFormatException.class, () -> FORMAT.open(file, null, Job.unwatched()))
            .getMessage();
    assertTrue(message.matches(".*cut.onnx at byte \\d+: found .*truncated.*"), message);
  }

  @Test
  void damagedFilesGiveOneLineOrAModelButNeverAnotherException() throws IOException {
    byte[] model = TinyModels.residual().metadata("input", "1x3x32x32").build().toByteArray();
    Random random = new Random(20);
    Path file = folder.resolve("damaged.onnx");
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] damaged = model.clone();
      if (i % 3 == 0) {
        damaged = Arrays.copyOf(model, random.nextInt(model.length));
      } else {
        for (int flips = 0; flips <= i % 4; flips++) {
          damaged[random.nextInt(model.length)] = (byte) random.nextInt();
        }
      }
      Files.write(file, damaged);
      try {
        Passes.prepare(FORMAT.open(file, null, Job.unwatched()).graph());
      } catch (SkipscopeException e) {
        refused++;
        assertEquals(1, e.getMessage().lines().count());
      }
    }
    assertTrue(refused > 200, refused + " refused");
  }

  private static TinyModel relu() {
    return new TinyModel(13).input("x", 1, 2, 3, 3).node("Relu", "relu", "x -> r");
  }

  private static TinyModel conv(String key, Object value) {
    return relu()
        .floats("w", RandomTensors.of(1, 4, 2, 1, 1))
        .node("Conv", "conv", "r w -> b", key, value)
        .output("b");
  }

  private static void expect(String part, TinyModel model) {
    String message = assertThrows(SkipscopeException.class, model::read, part).getMessage();
    assertTrue(message.contains(part), message);
    assertTrue(message.startsWith("tiny.onnx"), message);
  }
}
