package io.skipscope.plan;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Queue;
import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.LayoutCopy;
import io.skipscope.plan.TappedSum.Look;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.StatsTable;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sum of two tensors of one shape, and what is wanted of its values.
 *
 * @param scaled whether the operands are multiplied by {@link #LEFT_FACTOR} and {@link
 *     #RIGHT_FACTOR}
 * @param measured the values whose statistics are wanted
 * @param copied the values that are wanted in NCHW
 */
record SumCase(
    Tensor left,
    Tensor right,
    Activation activation,
    boolean scaled,
    Set<Value> measured,
    Set<Value> copied) {
  /** Powers of two, so that a fused multiply-add rounds as Java does. */
  private static final float LEFT_FACTOR = 0.5f;

  private static final float RIGHT_FACTOR = 2;

  /** What the table holds where nobody writes. */
  private static final float UNTOUCHED = -77;

  /** The values around a sum, in the order of the table. */
  enum Value {
    LEFT("a"),
    RIGHT("b"),
    SUM("sum"),
    OUTPUT("y");

    private final String label;

    Value(String label) {
      this.label = label;
    }

    private int firstChannel(int channels) {
      return 1 + ordinal() * channels;
    }
  }

  /** What a run leaves behind. */
  record Result(Tensor output, float[] table, Map<Value, Tensor> copies) {
    ChannelStats stats(Value value) {
      int channels = output.shape().channels();
      return ChannelStats.decode(FloatBuffer.wrap(table), value.firstChannel(channels), channels);
    }

    boolean isUntouched(Value value) {
      int channels = output.shape().channels();
      int begin = value.firstChannel(channels) * StatsTable.FIELDS;
      for (int i = begin; i < begin + channels * StatsTable.FIELDS; i++) {
        if (table[i] != UNTOUCHED) {
          return false;
        }
      }
      return true;
    }
  }

  static Node node(String left, String right, Activation activation, boolean scaled) {
    boolean isLinear = activation.kind() == Activation.Kind.NONE;
    Epilogue epilogue = Epilogue.NONE.withActivation(activation);
    AddAttributes factors = scaled ? new AddAttributes("f", "s") : AddAttributes.PLAIN;
    return new Node("add", "Add", List.of(left, right), "y", factors)
        .withEpilogue(isLinear ? epilogue : epilogue.withStore(Epilogue.Step.BIASED, "sum"));
  }

  /** The sum is no value of its own where no activation follows. */
  Set<Value> values() {
    return activation.kind() == Activation.Kind.NONE
        ? EnumSet.of(Value.LEFT, Value.RIGHT, Value.OUTPUT)
        : EnumSet.allOf(Value.class);
  }

  Tensor expected(Value value) {
    return switch (value) {
      case LEFT -> left;
      case RIGHT -> right;
      case SUM -> sum(Activation.NONE);
      case OUTPUT -> sum(activation);
    };
  }

  private Tensor sum(Activation last) {
    Tensor sum = Tensor.zeros(left.shape());
    for (int i = 0; i < sum.data().length; i++) {
      float a = (scaled ? LEFT_FACTOR : 1) * left.data()[i];
      float b = (scaled ? RIGHT_FACTOR : 1) * right.data()[i];
      sum.data()[i] = last.apply(a + b);
    }
    return sum;
  }

  KernelLaunch launch() {
    Map<String, Look> looks = new HashMap<>();
    for (Value value : values()) {
      int firstChannel = value.firstChannel(left.shape().channels());
      looks.put(
          value.label,
          new Look(
              measured.contains(value) ? firstChannel : Look.NONE.firstChannel(),
              copied.contains(value) ? value.label + "#nchw" : null));
    }
    return TappedSum.of(node("a", "b", activation, scaled)).launch(left.shape(), looks::get);
  }

  Result run(Device device, List<KernelLaunch> launches) {
    Map<String, DeviceBuffer> buffers = new HashMap<>();
    try (Queue queue = device.openQueue()) {
      buffers.put("a", blocked(device, queue, left));
      buffers.put("b", blocked(device, queue, right));
      buffers.put("y", blocked(device, queue, Tensor.zeros(left.shape())));
      float[] table = new float[(1 + 4 * left.shape().channels()) * StatsTable.FIELDS];
      Arrays.fill(table, UNTOUCHED);
      buffers.put(StatsTable.BUFFER, filled(device, queue, table));
      for (Value value : copied) {
        float[] zeros = new float[left.data().length];
        buffers.put(value.label + "#nchw", filled(device, queue, zeros));
      }
      Bindings bindings = Bindings.of(buffers::get, SumCase::factor);
      launches.forEach(launch -> queue.submit(launch, bindings));
      queue.read(buffers.get(StatsTable.BUFFER), FloatBuffer.wrap(table));
      return new Result(output(queue, buffers.get("y")), table, copies(queue, buffers));
    } finally {
      buffers.values().forEach(DeviceBuffer::close);
    }
  }

  private static float factor(String name) {
    return name.equals("f") ? LEFT_FACTOR : RIGHT_FACTOR;
  }

  private static DeviceBuffer blocked(Device device, Queue queue, Tensor x) {
    return filled(device, queue, LayoutCopy.toLayout(x, Layout.NCHWC8));
  }

  private static DeviceBuffer filled(Device device, Queue queue, float[] numbers) {
    DeviceBuffer buffer = device.allocate((long) numbers.length * Float.BYTES);
    queue.write(buffer, FloatBuffer.wrap(numbers));
    return buffer;
  }

  private Tensor output(Queue queue, DeviceBuffer buffer) {
    Shape shape = left.shape();
    float[] numbers = new float[(int) (Layout.NCHWC8.sizeBytes(shape) / Float.BYTES)];
    queue.read(buffer, FloatBuffer.wrap(numbers));
    return LayoutCopy.fromLayout(numbers, shape, Layout.NCHWC8);
  }

  private Map<Value, Tensor> copies(Queue queue, Map<String, DeviceBuffer> buffers) {
    Map<Value, Tensor> copies = new EnumMap<>(Value.class);
    for (Value value : copied) {
      Tensor copy = Tensor.zeros(left.shape());
      queue.read(buffers.get(value.label + "#nchw"), FloatBuffer.wrap(copy.data()));
      copies.put(value, copy);
    }
    return copies;
  }
}
