package io.skipscope.run;

import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One result of the results of a batch's parts, in which everything is copied together. */
final class JoinedResult {
  private final List<RunResult> parts;
  private final RunResult first;

  private JoinedResult(List<RunResult> parts) {
    this.parts = parts;
    first = parts.get(0);
  }

  /**
   * @param parts in the order of the batch, at least one
   * @param memory where outputs go
   */
  static RunResult of(List<RunResult> parts, HostMemory memory) {
    return new JoinedResult(parts).join(memory);
  }

  private RunResult join(HostMemory memory) {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (String name : first.outputs().keySet()) {
      outputs.put(
          name,
          tensor(parts.stream().map(part -> part.outputs().get(name)).toList(), name, memory));
    }
    List<TapFrame> taps =
        IntStream.range(0, first.taps().size())
            .mapToObj(tap -> tap(parts.stream().map(part -> part.taps().get(tap)).toList()))
            .toList();
    return new RunResult(first.frame(), outputs, taps, report(), TapLease.NOTHING);
  }

  private static Tensor tensor(List<Tensor> tensors, String name, HostMemory memory) {
    Shape shape = shape(tensors.stream().map(Tensor::shape).toList());
    float[] all = memory.floats(name, shape.elementCount());
    int end = 0;
    for (Tensor tensor : tensors) {
      System.arraycopy(tensor.data(), 0, all, end, tensor.data().length);
      end += tensor.data().length;
    }
    return new Tensor(shape, all);
  }

  private static Shape shape(List<Shape> shapes) {
    return shapes.get(0).with(0, shapes.stream().mapToInt(Shape::batch).sum());
  }

  private static TapFrame tap(List<TapFrame> frames) {
    TapFrame head = frames.get(0);
    Tensor numbers =
        head.tensor() == null
            ? null
            : tensor(frames.stream().map(TapFrame::tensor).toList(), head.name(), HostMemory.FRESH);
    ChannelStats stats = head.stats();
    int count = countPerChannel(head);
    for (TapFrame frame : frames.subList(1, frames.size())) {
      stats = stats.joined(count, frame.stats(), countPerChannel(frame));
      count += countPerChannel(frame);
    }
    Shape shape = shape(frames.stream().map(TapFrame::shape).toList());
    return new TapFrame(head.name(), head.frame(), shape, numbers, stats);
  }

  private static int countPerChannel(TapFrame frame) {
    return frame.shape().elementCount() / frame.stats().channels();
  }

  private RunReport report() {
    List<NodeTime> nodes = new ArrayList<>();
    parts.forEach(part -> nodes.addAll(part.report().nodes()));
    return new RunReport(
        first.report().device(),
        parts.stream().mapToLong(part -> part.report().totalNanos()).sum(),
        parts.stream().mapToLong(part -> part.report().activationBytes()).max().orElseThrow(),
        first.report().parameterBytes(),
        nodes,
        first.report().fallbacks());
  }
}
