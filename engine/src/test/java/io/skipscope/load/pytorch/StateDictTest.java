package io.skipscope.load.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.ModelFormatException;
import io.skipscope.job.Job;
import io.skipscope.load.ElementType;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateDictTest {
  private final Map<String, byte[]> storages = new HashMap<>();

  @Test
  void stridesAndOffsetsAreFollowed() {
    storages.put("0", floats(0, 1, 2, 3, 4, 5, 6));
    Tensor transposed =
        read(p -> p.tensor("FloatStorage", "0", 7, 1, new int[] {3, 2}, new int[] {1, 3}));
    assertEquals(Shape.of(3, 2), transposed.shape());
    assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, transposed.data());
  }

  @Test
  void scalarsAndTensorsOfOneStorageAreRead() {
    storages.put("0", floats(7, 8));
    assertArrayEquals(
        new float[] {8},
        read(p -> p.tensor("FloatStorage", "0", 2, 1, new int[0], new int[0])).data());
  }

  @Test
  void narrowAndWideFloatsBecomeFloats() {
    storages.put("h", new byte[] {0, 0x3c});
    storages.put("b", new byte[] {(byte) 0x80, (byte) 0xbf});
    storages.put("d", little(8).putDouble(0.25).array());
    int[] one = {1};
    assertArrayEquals(
        new float[] {1}, read(p -> p.tensor("HalfStorage", "h", 1, 0, one, one)).data());
    assertArrayEquals(
        new float[] {-1}, read(p -> p.tensor("BFloat16Storage", "b", 1, 0, one, one)).data());
    assertArrayEquals(
        new float[] {0.25f}, read(p -> p.tensor("DoubleStorage", "d", 1, 0, one, one)).data());
  }

  @Test
  void parametersAreTheirTensors() {
    storages.put("0", floats(4));
    int[] one = {1};
    Consumer<PickleWriter> parameter =
        p ->
            p.global("torch._utils", "_rebuild_parameter")
                .op('(')
                .tensor("FloatStorage", "0", 1, 0, one, one)
                .raw(0x88)
                .emptyDict()
                .op('t')
                .op('R');
    assertArrayEquals(new float[] {4}, read(parameter).data());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 3, 1",
    "3, 1, 3, 1",
    "3, 0, 2, 3",
    "3, -1, 2, 1",
    "3, 0, 2, -1",
    "3, 0, 2000000, 0",
    "3, 0, -2, 1",
    "-3, 0, 1, 1"
  })
  void tensorsOutsideTheirStorageAreRefused(int count, int offset, int size, int stride) {
    storages.put("0", floats(1, 2, 3));
    refuse(p -> p.tensor("FloatStorage", "0", count, offset, new int[] {size}, new int[] {stride}));
  }

  @Test
  void storageWithFewerNumbersThanItSaysIsRefused() {
    storages.put("0", floats(1, 2));
    String message = refuse(p -> p.tensor("FloatStorage", "0", 3, 0, new int[] {3}, new int[] {1}));
    assertTrue(message.contains("truncated"), message);
  }

  private Tensor read(Consumer<PickleWriter> tensor) {
    PickleWriter pickle = new PickleWriter().op('}').text("w");
    tensor.accept(pickle);
    PickleBytes bytes = new PickleBytes(ByteBuffer.wrap(pickle.op('s').stop()));
    Map<String, ElementType> types = new HashMap<>();
    Object root = SafeUnpickler.read("file", bytes, types);
    Checkpoint checkpoint =
        new Checkpoint(
            root,
            "test",
            storage -> ByteBuffer.wrap(storages.get(storage.key())).order(ByteOrder.LITTLE_ENDIAN));
    return new StateDict("file", checkpoint).read(Job.unwatched()).get("w");
  }

  private String refuse(Consumer<PickleWriter> tensor) {
    return assertThrows(ModelFormatException.class, () -> read(tensor)).getMessage();
  }

  private static byte[] floats(float... numbers) {
    ByteBuffer bytes = little(4 * numbers.length);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  private static ByteBuffer little(int sizeBytes) {
    return ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
