package io.skipscope.op;

import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lies in memory around one node that runs alone, as a kernel variant wants it.
 *
 * @param inputLayout of the node's computed inputs of rank 4
 * @param outputLayout of what it writes and of its residual
 * @param packed the stored values that are there in an order of their own, too
 * @param scratch sizes in bytes of the variant's own buffers, by name
 * @param keptZero those of these that hold zeros at first
 * @param storage how the numbers of values are stored; scratch is in float
 */
public record NodeMemory(
    NodeContext context,
    Layout inputLayout,
    Layout outputLayout,
    List<PackedValue> packed,
    Map<String, Long> scratch,
    Set<String> keptZero,
    DataType storage) {
  /** Everything in logical order, as Java loops want it. */
  public static NodeMemory plain(NodeContext context) {
    return new NodeMemory(
        context, Layout.NCHW, Layout.NCHW, List.of(), Map.of(), Set.of(), DataType.FLOAT32);
  }

  public static NodeMemory of(NodeContext context, KernelVariant variant) {
    return new NodeMemory(
        context,
        variant.inputLayout(),
        variant.outputLayout(),
        variant.packed(context),
        variant.scratch(context),
        variant.keptZero(context),
        DataType.FLOAT32);
  }

  /** The same values in another type, FLOAT16. */
  public NodeMemory storedAs(DataType type) {
    return new NodeMemory(context, inputLayout, outputLayout, packed, scratch, keptZero, type);
  }

  /** How the numbers of a buffer are stored. */
  public DataType typeOf(String buffer) {
    return scratch.containsKey(buffer) ? DataType.FLOAT32 : storage;
  }

  /**
   * The contents of every buffer before the node runs.
   *
   * @param values what the node reads, by name
   * @param unwritten stands where nothing has been written yet
   * @param missing stands for the channels that only a layout adds
   */
  public Map<String, float[]> contents(Map<String, Tensor> values, float unwritten, float missing) {
    Map<String, float[]> buffers = new HashMap<>();
    values.forEach(
        (name, tensor) -> buffers.put(name, LayoutCopy.toLayout(tensor, layoutOf(name), missing)));
    for (PackedValue value : packed) {
      buffers.put(value.buffer(), value.packing().pack().apply(values.get(value.value())));
    }
    for (String written : context.node().writes()) {
      long sizeBytes = layoutOf(written).sizeBytes(context.shapes().apply(written));
      buffers.put(written, filled(sizeBytes, unwritten));
    }
    scratch.forEach(
        (name, sizeBytes) ->
            buffers.put(name, filled(sizeBytes, keptZero.contains(name) ? 0 : unwritten)));
    return buffers;
  }

  /** The logical tensor of a value that the node has written. */
  public Tensor tensor(String value, float[] contents) {
    Shape shape = context.shapes().apply(value);
    return LayoutCopy.fromLayout(contents, shape, layoutOf(value));
  }

  private Layout layoutOf(String value) {
    if (context.stored().test(value)) {
      return Layout.NCHW;
    }
    return context.node().inputs().contains(value) ? inputLayout : outputLayout;
  }

  private static float[] filled(long sizeBytes, float number) {
    float[] numbers = new float[Math.toIntExact(sizeBytes / Float.BYTES)];
    Arrays.fill(numbers, number);
    return numbers;
  }
}
