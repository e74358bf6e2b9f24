package io.skipscope.op.conv;

import io.skipscope.device.HostTask;
import io.skipscope.graph.Node;
import io.skipscope.op.HostEpilogue;
import java.util.Arrays;

/**
 * Convolution in plain Java: each output row is a sum of weighted input rows, so that the inner
 * loop runs along memory and the compiler can vectorise it.
 */
final class ConvReference implements HostTask {
  private final Node node;
  private final ConvGeometry g;
  private final ConvAttributes a;

  ConvReference(Node node, ConvGeometry geometry) {
    this.node = node;
    g = geometry;
    a = geometry.attributes();
  }

  @Override
  public void run(Memory memory) {
    float[] input = memory.array(node.input(0));
    float[] weight = memory.array(node.input(1));
    float[] output = memory.array(node.output());
    HostEpilogue epilogue = new HostEpilogue(node, memory);
    int plane = g.outHeight() * g.outWidth();
    boolean wholePlane = g.isPointwise() && a.strideH() == 1 && a.strideW() == 1;
    memory.parallelFor(
        g.batch() * g.outChannels(),
        map -> {
          Arrays.fill(output, map * plane, (map + 1) * plane, 0);
          if (wholePlane) {
            addPlanes(map, input, weight, output);
          } else {
            addRows(map, input, weight, output);
          }
          epilogue.finish(map * plane, (map + 1) * plane, map % g.outChannels());
        });
  }

  /** A 1x1 kernel of stride 1 sees each map as one long row. */
  private void addPlanes(int map, float[] input, float[] weight, float[] output) {
    int plane = g.inHeight() * g.inWidth();
    for (int channel = 0; channel < g.groupChannels(); channel++) {
      float tap = weight[map % g.outChannels() * g.groupChannels() + channel];
      addScaled(output, map * plane, input, (firstInMap(map) + channel) * plane, 1, plane, tap);
    }
  }

  private void addRows(int map, float[] input, float[] weight, float[] output) {
    int firstInMap = firstInMap(map);
    int firstWeightMap = map % g.outChannels() * g.groupChannels();
    for (int outY = 0; outY < g.outHeight(); outY++) {
      int outRow = (map * g.outHeight() + outY) * g.outWidth();
      for (int channel = 0; channel < g.groupChannels(); channel++) {
        for (int tapY = 0; tapY < g.kernelH(); tapY++) {
          int inY = outY * a.strideH() - a.padTop() + tapY * a.dilationH();
          if (inY >= 0 && inY < g.inHeight()) {
            int inRow = ((firstInMap + channel) * g.inHeight() + inY) * g.inWidth();
            int weightRow = ((firstWeightMap + channel) * g.kernelH() + tapY) * g.kernelW();
            addRow(input, inRow, weight, weightRow, output, outRow);
          }
        }
      }
    }
  }

  /** Adds one input row, weighted by each tap of one kernel row, to one output row. */
  private void addRow(
      float[] input, int inRow, float[] weight, int weightRow, float[] output, int outRow) {
    for (int tapX = 0; tapX < g.kernelW(); tapX++) {
      int shift = tapX * a.dilationW() - a.padLeft();
      int begin = Math.max(0, ceilDiv(-shift, a.strideW()));
      int end = Math.min(g.outWidth(), ceilDiv(g.inWidth() - shift, a.strideW()));
      int from = inRow + shift + begin * a.strideW();
      addScaled(
          output, outRow + begin, input, from, a.strideW(), end - begin, weight[weightRow + tapX]);
    }
  }

  private int firstInMap(int map) {
    int sample = map / g.outChannels();
    int group = map % g.outChannels() / (g.outChannels() / a.groups());
    return (sample * a.groups() + group) * g.groupChannels();
  }

  private static int ceilDiv(int dividend, int divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }

  /** Adds {@code factor * source[from + i * step]} to {@code target[to + i]}. */
  private static void addScaled(
      float[] target, int to, float[] source, int from, int step, int count, float factor) {
    if (step == 1) {
      for (int i = 0; i < count; i++) {
        target[to + i] += factor * source[from + i];
      }
    } else {
      for (int i = 0; i < count; i++) {
        target[to + i] += factor * source[from + i * step];
      }
    }
  }
}
