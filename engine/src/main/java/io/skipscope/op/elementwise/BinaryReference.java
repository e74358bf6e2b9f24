package io.skipscope.op.elementwise;

import io.skipscope.device.HostTask;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Node;
import io.skipscope.op.HostEpilogue;

/** A broadcasting operation in plain Java, row by row, on several threads. */
final class BinaryReference implements HostTask {
  private final Node node;
  private final Broadcast broadcast;
  private final AddAttributes factors;
  private final BinaryOperator.Operation operation;

  BinaryReference(
      Node node, Broadcast broadcast, AddAttributes factors, BinaryOperator.Operation operation) {
    this.node = node;
    this.broadcast = broadcast;
    this.factors = factors;
    this.operation = operation;
  }

  @Override
  public void run(Memory memory) {
    float leftFactor = memory.factor(factors.leftFactor());
    float rightFactor = memory.factor(factors.rightFactor());
    float[] left = memory.array(node.input(0));
    float[] right = memory.array(node.input(1));
    float[] output = memory.array(node.output());
    HostEpilogue epilogue = new HostEpilogue(node, memory);
    int columns = broadcast.extents()[3];
    int leftStep = broadcast.leftStrides()[3];
    int rightStep = broadcast.rightStrides()[3];
    memory.parallelFor(
        broadcast.rowCount(),
        row -> {
          int a = broadcast.rowStart(row, broadcast.leftStrides());
          int b = broadcast.rowStart(row, broadcast.rightStrides());
          for (int x = 0; x < columns; x++) {
            output[row * columns + x] =
                operation.apply(
                    leftFactor * left[a + x * leftStep], rightFactor * right[b + x * rightStep]);
          }
          finish(epilogue, row * columns, (row + 1) * columns);
        });
  }

  /** A row lies in one channel, except in a matrix, where every column is one. */
  private void finish(HostEpilogue epilogue, int begin, int end) {
    int step = Math.max(1, Math.min(end - begin, broadcast.channelPitch()));
    for (int i = begin; i < end; i += step) {
      epilogue.finish(i, i + step, i / broadcast.channelPitch() % broadcast.channels());
    }
  }
}
