package io.skipscope.cli;

import io.skipscope.image.Npy;
import io.skipscope.image.PngWriter;
import io.skipscope.load.safetensors.SafetensorsFile;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files that the rows of {@code bad-input.txt} name, good ones and bad ones. */
final class BadFiles {
  static final Path FULL_DISK = Path.of("/dev/full");

  private final Path folder;

  private BadFiles(Path folder) {
    this.folder = folder;
  }

  static void makeIn(Path folder) throws IOException {
    BadFiles files = new BadFiles(folder);
    files.pictures();
    files.tensors();
    files.models();
    files.checkpoints();
    files.dataSets();
    files.fullDisk();
  }

  private void pictures() throws IOException {
    int[] red = new int[64 * 64];
    Arrays.fill(red, 0xFFFF0000);
    PngWriter.write(folder.resolve("red.png"), red, 64, 64);
    byte[] good = Files.readAllBytes(folder.resolve("red.png"));
    write("empty.png", new byte[0]);
    write("text.png", "this is no picture");
    write("truncated.png", Arrays.copyOf(good, good.length / 2));
    byte[] huge = good.clone();
    ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
    write("huge.png", huge);
    Files.createDirectory(folder.resolve("folder"));
  }

  private void tensors() throws IOException {
    Shape shape = Shape.of(1, 3, 32, 32);
    Tensor tensor = Tensor.zeros(shape);
    Npy.write(folder.resolve("good.npy"), tensor);
    byte[] good = Files.readAllBytes(folder.resolve("good.npy"));
    write("text.npy", "this is no array");
    write("truncated.npy", Arrays.copyOf(good, 1000));
    write("fortran.npy", replaced(good, "'fortran_order': False", "'fortran_order': True "));
    write("object.npy", replaced(good, "'<f4'", "'|O8'"));
    Npy.write(folder.resolve("double.npy"), shape, new double[shape.elementCount()]);
    Npy.write(folder.resolve("rank3.npy"), tensor.reshaped(Shape.of(3, 32, 32)));
    Npy.write(folder.resolve("channels.npy"), Tensor.zeros(Shape.of(1, 4, 32, 32)));
    Npy.write(folder.resolve("batch0.npy"), Tensor.zeros(Shape.of(0, 3, 32, 32)));
    tensor.data()[7] = Float.NaN;
    Npy.write(folder.resolve("nan.npy"), tensor);
  }

  private void models() throws IOException {
    write("empty.onnx", new byte[0]);
    write("text.onnx", "this is no model");
    export("resnet20", "good.onnx");
    byte[] good = Files.readAllBytes(folder.resolve("good.onnx"));
    write("truncated.onnx", Arrays.copyOf(good, 100_000));
    write("unsupported.onnx", replaced(good, "GlobalAveragePool", "GlobalLpNormPoolX"));
  }

  private void checkpoints() throws IOException {
    export("resnet20", "good.safetensors");
    byte[] good = Files.readAllBytes(folder.resolve("good.safetensors"));
    write("truncated.safetensors", Arrays.copyOf(good, good.length - 100));
    byte[] long64 = Arrays.copyOf(good, 100);
    ByteBuffer.wrap(long64).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Long.MAX_VALUE);
    write("header.safetensors", long64);
    write("type.safetensors", replaced(good, "\"F32\"", "\"Q32\""));
    Map<String, Tensor> stranger = Map.of("some.weight", Tensor.zeros(Shape.of(2, 3)));
    new SafetensorsFile(stranger, Map.of()).write(folder.resolve("stranger.safetensors"));
    write("text.pth", "this is no checkpoint");
    zip("other.pth", "readme.txt", "");
    zip("evil.pth", "archive/data.pkl", "cposix\nsystem\n(S'true'\ntR.");
  }

  private void zip(String file, String entry, String content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Files on a disk that is always full, where the system has one. */
  private void fullDisk() throws IOException {
    if (Files.exists(FULL_DISK)) {
      Files.createSymbolicLink(folder.resolve("full.onnx"), FULL_DISK);
      Files.createSymbolicLink(folder.resolve("full.safetensors"), FULL_DISK);
      Files.createDirectory(folder.resolve("full"));
      Files.createSymbolicLink(folder.resolve("full/output.npy"), FULL_DISK);
    }
  }

  private void dataSets() throws IOException {
    Files.createDirectories(folder.resolve("data/test/one"));
    Files.createDirectories(folder.resolve("data/test/two"));
    Files.copy(folder.resolve("red.png"), folder.resolve("data/test/one/1.png"));
    Files.copy(folder.resolve("red.png"), folder.resolve("data/test/two/1.png"));
    Files.createDirectories(folder.resolve("damaged/cat"));
    Files.copy(folder.resolve("truncated.png"), folder.resolve("damaged/cat/1.png"));
    Files.createDirectories(folder.resolve("flat"));
    Files.copy(folder.resolve("red.png"), folder.resolve("flat/1.png"));
    write("text.zip", "this is no archive");
  }

  private void export(String model, String file) {
    CommandRun run = CommandRun.of("export", model, "--out", folder.resolve(file).toString());
    if (run.status() != 0) {
      throw new IllegalStateException(run.err());
    }
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  /** Replaces text of the same length inside of binary content. */
  private static byte[] replaced(byte[] content, String old, String with) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (!text.contains(old) || old.length() != with.length()) {
      throw new IllegalArgumentException(old);
    }
    return text.replace(old, with).getBytes(StandardCharsets.ISO_8859_1);
  }
}
