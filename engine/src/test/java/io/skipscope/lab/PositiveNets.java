package io.skipscope.lab;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;

/** Networks in which more of a pixel is more of everything. */
final class PositiveNets {
  private static final float GAMMA = 0.5f;

  private PositiveNets() {}

  /**
   * Makes every filter an average with random weights, and every normalisation a factor: sums of
   * both branches neither vanish nor grow to where an activation ends.
   */
  static void makePositive(Graph graph) {
    for (Node node : graph.nodes()) {
      if (node.op().equals("Conv")) {
        average(graph.stored().get(node.input(1)));
      } else if (node.op().equals("BatchNorm")) {
        fill(graph, node.input(1), GAMMA);
        fill(graph, node.input(2), 0);
        fill(graph, node.input(3), 0);
        fill(graph, node.input(4), 1);
      }
    }
  }

  private static void average(Tensor filters) {
    float[] weights = filters.data();
    int size = weights.length / filters.shape().extent(0);
    for (int start = 0; start < weights.length; start += size) {
      float sum = 0;
      for (int i = start; i < start + size; i++) {
        sum += Math.abs(weights[i]);
      }
      for (int i = start; i < start + size; i++) {
        weights[i] = Math.abs(weights[i]) / sum;
      }
    }
  }

  private static void fill(Graph graph, String parameter, float value) {
    Arrays.fill(graph.stored().get(parameter).data(), value);
  }
}
