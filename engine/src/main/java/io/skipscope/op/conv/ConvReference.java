package io.skipscope.op.conv;

import io.skipscope.device.HostTask;
import io.skipscope.graph.Node;
import io.skipscope.op.CeilDiv;
import io.skipscope.op.HostEpilogue;
import java.util.Arrays;

/**
 * Convolution in plain Java: unfolds a tile of output pixels, then adds up weighted rows of it.
 *
 * <p>Row {@code tap} of an unfolded tile holds, for every pixel of the tile, the input number that
 * this tap of the kernel meets there, or 0 in the padding. So padding, stride and dilation matter
 * only while unfolding, and the loop that does the work runs along memory, where the compiler can
 * vectorise it.
 */
final class ConvReference implements HostTask {
  /** An unfolded tile of about this many numbers stays in a second-level cache. */
  private static final int TILE_NUMBERS = 1 << 16;

  private static final int LEAST_TILE_PIXELS = 64;

  /** Output channels that share one unfolded tile: enough to make its cost negligible. */
  private static final int SHARING_CHANNELS = 64;

  private final Node node;
  private final ConvGeometry g;
  private final ConvAttributes a;
  private final int taps;
  private final int plane;
  private final int groupOutputs;

  ConvReference(Node node, ConvGeometry geometry) {
    this.node = node;
    g = geometry;
    a = geometry.attributes();
    taps = g.groupChannels() * g.kernelH() * g.kernelW();
    plane = g.outHeight() * g.outWidth();
    groupOutputs = g.outChannels() / a.groups();
  }

  @Override
  public void run(Memory memory) {
    float[] input = memory.array(node.input(0));
    float[] weight = memory.array(node.input(1));
    float[] output = memory.array(node.output());
    HostEpilogue epilogue = new HostEpilogue(node, memory);
    int tilePixels = Math.max(LEAST_TILE_PIXELS, TILE_NUMBERS / taps);
    int tiles = CeilDiv.of(plane, tilePixels);
    int shares = CeilDiv.of(groupOutputs, SHARING_CHANNELS);
    memory.parallelFor(
        g.batch() * a.groups() * tiles * shares,
        task -> {
          int sampleGroup = task / shares / tiles;
          int begin = task / shares % tiles * tilePixels;
          int end = Math.min(plane, begin + tilePixels);
          float[] unfolded = unfold(input, sampleGroup * g.groupChannels(), begin, end);
          int firstChannel = task % shares * SHARING_CHANNELS;
          int lastChannel = Math.min(groupOutputs, firstChannel + SHARING_CHANNELS);
          for (int channel = firstChannel; channel < lastChannel; channel++) {
            int map = sampleGroup * groupOutputs + channel;
            int outChannel = map % g.outChannels();
            int pixel = map * plane + begin;
            Arrays.fill(output, pixel, map * plane + end, 0);
            addRows(output, pixel, weight, outChannel * taps, unfolded, end - begin);
            epilogue.finish(pixel, map * plane + end, outChannel);
          }
        });
  }

  /** The tile of the output pixels {@code begin} to {@code end} - 1 of a plane, unfolded. */
  private float[] unfold(float[] input, int firstInMap, int begin, int end) {
    int size = end - begin;
    float[] unfolded = new float[taps * size];
    for (int tap = 0; tap < taps; tap++) {
      int inMap = firstInMap + tap / (g.kernelH() * g.kernelW());
      int tapY = tap / g.kernelW() % g.kernelH();
      int tapX = tap % g.kernelW();
      for (int outY = begin / g.outWidth(); outY * g.outWidth() < end; outY++) {
        int inY = outY * a.strideH() - a.padTop() + tapY * a.dilationH();
        if (inY >= 0 && inY < g.inHeight()) {
          int rowBegin = outY * g.outWidth();
          int from = Math.max(begin - rowBegin, 0);
          int to = Math.min(end - rowBegin, g.outWidth());
          int inRow = (inMap * g.inHeight() + inY) * g.inWidth();
          unfoldRow(input, inRow, tapX, unfolded, tap * size + rowBegin - begin, from, to);
        }
      }
    }
    return unfolded;
  }

  /** Unfolds columns {@code from} to {@code to} - 1 of an output row; padding stays 0. */
  private void unfoldRow(
      float[] input, int inRow, int tapX, float[] unfolded, int row, int from, int to) {
    int shift = tapX * a.dilationW() - a.padLeft();
    int first = Math.max(from, CeilDiv.of(-shift, a.strideW()));
    int last = Math.min(to, CeilDiv.of(g.inWidth() - shift, a.strideW()));
    for (int outX = first; outX < last; outX++) {
      unfolded[row + outX] = input[inRow + shift + outX * a.strideW()];
    }
  }

  /** Adds the weighted rows of a tile, four at a time to touch the output less often. */
  private void addRows(
      float[] output, int pixel, float[] weight, int firstTap, float[] rows, int size) {
    int tap = 0;
    for (; tap + 4 <= taps; tap += 4) {
      addFourRows(output, pixel, weight, firstTap + tap, rows, tap * size, size);
    }
    for (; tap < taps; tap++) {
      float factor = weight[firstTap + tap];
      for (int i = 0; i < size; i++) {
        output[pixel + i] += factor * rows[tap * size + i];
      }
    }
  }

  private static void addFourRows(
      float[] output, int pixel, float[] weight, int tap, float[] rows, int row, int size) {
    float w0 = weight[tap];
    float w1 = weight[tap + 1];
    float w2 = weight[tap + 2];
    float w3 = weight[tap + 3];
    for (int i = 0; i < size; i++) {
      output[pixel + i] +=
          w0 * rows[row + i]
              + w1 * rows[row + size + i]
              + w2 * rows[row + 2 * size + i]
              + w3 * rows[row + 3 * size + i];
    }
  }
}
