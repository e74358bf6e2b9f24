package io.skipscope.op;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.HostLaunch;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.device.NdRange;
import io.skipscope.device.Queue;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs one node alone on a device, so that its results can be compared. */
public final class OperatorHarness {
  /** How the launches of a kernel variant are submitted. */
  public enum Split {
    WHOLE,
    /** Only the first half of each launch's rows. */
    FIRST_ROWS,
    /** Only the rest. */
    LAST_ROWS,
    /** Both, the last rows first. */
    TWO_ROW_RANGES,
    /** With work-groups of 7 x 3, which divide hardly any extent. */
    ODD_WORK_GROUP
  }

  private static final NdRange.WorkGroup ODD_GROUP = new NdRange.WorkGroup(7, 3, 1);

  /** What buffers hold before a node runs: a number that no result contains by chance. */
  public static final float UNWRITTEN = -7.0e33f;

  /** What blocked inputs hold beyond the last channel, unless it is 0. */
  private static final float MISSING = 3;

  private OperatorHarness() {}

  /** Runs the operator's Java loops; returns every value that the node writes. */
  public static Map<String, Tensor> reference(OperatorCase test, Device java) {
    Operator operator = Operators.get(test.node().op());
    Launch launch = new HostLaunch(test.node().name(), operator.reference(test.context()));
    return run(test, NodeMemory.plain(test.context()), 0, java, List.of(launch));
  }

  /** Runs a variant's launches; returns every value that the node writes. */
  public static Map<String, Tensor> kernels(
      OperatorCase test, KernelVariant variant, Device device, Split split) {
    List<Launch> launches =
        variant.launches(test.context()).stream().flatMap(l -> split(l, split)).toList();
    float missing = split == Split.WHOLE ? 0 : MISSING;
    return run(test, NodeMemory.of(test.context(), variant), missing, device, launches);
  }

  /** Runs a variant's launches whole, on values that are stored in half. */
  public static Map<String, Tensor> kernelsInHalf(
      OperatorCase test, KernelVariant variant, Device device) {
    List<Launch> launches =
        variant.launches(test.context()).stream()
            .<Launch>map(launch -> Storage.in(DataType.FLOAT16, launch))
            .toList();
    NodeMemory memory = NodeMemory.of(test.context(), variant).storedAs(DataType.FLOAT16);
    return run(test, memory, 0, device, launches);
  }

  /** The variants of the case's operator that accept it. */
  public static List<KernelVariant> variants(OperatorCase test, Device device) {
    return Operators.get(test.node().op()).variants().stream()
        .filter(variant -> variant.accepts(test.context(), device.info()))
        .toList();
  }

  private static Stream<Launch> split(KernelLaunch launch, Split split) {
    NdRange range = launch.range();
    int rows = Math.toIntExact(range.rows());
    return switch (split) {
      case WHOLE -> Stream.of(launch);
      case FIRST_ROWS -> Stream.of(launch.rows(0, rows / 2));
      case LAST_ROWS -> Stream.of(launch.rows(rows / 2, rows));
      case TWO_ROW_RANGES -> Stream.of(launch.rows(rows / 2, rows), launch.rows(0, rows / 2));
      case ODD_WORK_GROUP ->
          Stream.of(
              new KernelLaunch(
                  launch.node(),
                  launch.kernel(),
                  new NdRange(range.columns(), range.rows(), range.outer(), ODD_GROUP),
                  launch.args()));
    };
  }

  private static Map<String, Tensor> run(
      OperatorCase test, NodeMemory memory, float missing, Device device, List<Launch> launches) {
    Map<String, DeviceBuffer> buffers = new HashMap<>();
    try (Queue queue = device.openQueue()) {
      Map<String, float[]> contents = memory.contents(test.inputs(), UNWRITTEN, missing);
      contents.forEach(
          (name, numbers) ->
              buffers.put(name, upload(device, queue, numbers, memory.typeOf(name))));
      Bindings bindings = bindings(buffers, test.factors());
      launches.forEach(launch -> queue.submit(launch, bindings));
      Map<String, Tensor> results = new HashMap<>();
      for (String written : test.node().writes()) {
        float[] numbers =
            download(
                queue, buffers.get(written), contents.get(written).length, memory.typeOf(written));
        Tensor result = memory.tensor(written, numbers);
        checkMissingChannels(numbers, result, written);
        results.put(written, result);
      }
      return results;
    } finally {
      buffers.values().forEach(DeviceBuffer::close);
    }
  }

  /** What blocks hold beyond the last channel is multiplied by 0 later, so it must be finite. */
  private static void checkMissingChannels(float[] numbers, Tensor result, String value) {
    if (numbers.length > result.data().length && areFinite(result.data())) {
      assertTrue(areFinite(numbers), () -> value + " has a missing channel that is not finite");
    }
  }

  private static boolean areFinite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  private static DeviceBuffer upload(Device device, Queue queue, float[] numbers, DataType type) {
    DeviceBuffer buffer = device.allocate((long) numbers.length * type.sizeBytes());
    queue.write(buffer, direct(numbers.length).put(numbers).flip(), type);
    return buffer;
  }

  private static float[] download(Queue queue, DeviceBuffer buffer, int count, DataType type) {
    FloatBuffer target = direct(count);
    queue.read(buffer, target, type);
    float[] numbers = new float[count];
    target.rewind().get(numbers);
    return numbers;
  }

  private static FloatBuffer direct(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static Bindings bindings(Map<String, DeviceBuffer> buffers, Map<String, Float> factors) {
    return new Bindings() {
      @Override
      public DeviceBuffer buffer(String value) {
        return buffers.get(value);
      }

      @Override
      public float factor(String name) {
        return name == null ? 1 : factors.get(name);
      }
    };
  }
}
