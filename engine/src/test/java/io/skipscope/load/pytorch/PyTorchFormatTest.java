package io.skipscope.load.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.ModelFormatException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.job.Job;
import io.skipscope.load.LoadedModel;
import io.skipscope.load.ZooTensors;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PyTorchFormatTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "resnet50, '',",
    "mobilenet_v2, '', model",
    "resnet20, module., state_dict",
    "resnet18, module., net"
  })
  void zipFormGivesTheNetWithItsNumbers(String net, String prefix, String wrapper) {
    Map<String, Tensor> tensors = ZooTensors.of(net, 5);
    Path file = TorchFile.stateDict(tensors, prefix, wrapper).writeZip(folder.resolve("x.pth"));
    check(net, tensors, file);
  }

  @ParameterizedTest
  @CsvSource({"resnet18, '',", "resnet20, module., state_dict"})
  void legacyFormGivesTheNetWithItsNumbers(String net, String prefix, String wrapper) {
    Map<String, Tensor> tensors = ZooTensors.of(net, 5);
    Path file =
        TorchFile.stateDict(tensors, prefix, wrapper)
            .writeLegacy(folder.resolve("x.th"), Map.of("count", 8));
    check(net, tensors, file);
  }

  @Test
  void bigEndianNumbersAreTurned() {
    Map<String, Tensor> tensors = ZooTensors.of("resnet20", 5);
    TorchFile big = TorchFile.stateDict(tensors, "", null, ByteOrder.BIG_ENDIAN);
    check("resnet20", tensors, big.writeZip(folder.resolve("x.pt")));
  }

  private static void check(String net, Map<String, Tensor> tensors, Path file) {
    LoadedModel model = open(file);
    assertEquals(net, model.metadata().get("arch"));
    assertEquals(tensors.keySet(), model.graph().stored().keySet());
    tensors.forEach(
        (name, tensor) ->
            assertArrayEquals(tensor.data(), model.graph().stored().get(name).data(), name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut in the middle", "cut at the start", "without its tail"})
  void truncatedFilesAreRefused(String how) throws IOException {
    Map<String, Tensor> tensors = ZooTensors.of("resnet20", 5);
    TorchFile content = TorchFile.stateDict(tensors, "", null);
    Path legacy = content.writeLegacy(folder.resolve("x.th"), Map.of("count", 8));
    Path zip = TorchFile.stateDict(tensors, "", null).writeZip(folder.resolve("x.pth"));
    for (Path file : new Path[] {legacy, zip}) {
      byte[] whole = Files.readAllBytes(file);
      int kept =
          switch (how) {
            case "cut at the start" -> 100;
            case "cut in the middle" -> whole.length / 2;
            default -> whole.length - 9;
          };
      Files.write(file, Arrays.copyOf(whole, kept));
      assertThrows(ModelFormatException.class, () -> open(file));
    }
  }

  @Test
  void everyPrefixOfAPickleEndsInOneOfOurOwnExceptions() throws IOException {
    Path file =
        TorchFile.of(
                f ->
                    f.pickle()
                        .op('}')
                        .text("w")
                        .tensor("FloatStorage", "0", 1, 0, new int[] {1}, new int[] {1})
                        .op('s'))
            .storage("0", new byte[4])
            .writeLegacy(folder.resolve("x.th"), Map.of());
    byte[] whole = Files.readAllBytes(file);
    for (int kept = 0; kept < whole.length; kept++) {
      Files.write(file, Arrays.copyOf(whole, kept));
      SkipscopeException thrown = assertThrows(SkipscopeException.class, () -> open(file));
      assertTrue(thrown.getMessage().startsWith(file.toString()), thrown.getMessage());
    }
  }

  @Test
  void wholeModelsAndOtherZipsAreExplained() throws IOException {
    Path other = folder.resolve("x.pth");
    try (var zip = new ZipOutputStream(Files.newOutputStream(other))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertTrue(fault(other).contains("data.pkl"));
    Path module =
        TorchFile.of(
                f -> f.pickle().global("torchvision.models.resnet", "ResNet").op(')').raw(0x81))
            .writeZip(folder.resolve("module.pt"));
    assertTrue(fault(module).contains("torchvision.models.resnet.ResNet"), fault(module));
    Path empty = TorchFile.of(f -> f.pickle().op('}')).writeZip(folder.resolve("empty.pt"));
    assertTrue(fault(empty).contains("no tensors"));
    Path text = Files.writeString(folder.resolve("text.pth"), "hello");
    assertTrue(fault(text).contains("magic number"));
  }

  private static String fault(Path file) {
    return assertThrows(ModelFormatException.class, () -> open(file)).getMessage();
  }

  private static LoadedModel open(Path file) {
    return new PyTorchFormat().open(file, null, Job.unwatched());
  }
}
