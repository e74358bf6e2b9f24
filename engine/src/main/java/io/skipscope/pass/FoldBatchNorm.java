package io.skipscope.pass;

import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.op.norm.BatchNormAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Folds an inference batch norm into the convolution before it.
 *
 * <pre>
 * scale   = gamma / sqrt(variance + epsilon)
 * weight' = weight * scale           per output channel
 * bias'   = (bias - mean) * scale + beta
 * </pre>
 *
 * <p>Computed in double. A convolution whose own result is tapped, or read by others too, keeps its
 * batch norm.
 */
public final class FoldBatchNorm implements Pass {
  private static final Set<String> FOLDS_INTO = Set.of("Conv", "Gemm");

  @Override
  public String name() {
    return "fold batch norm";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    GraphBuilder builder = graph.toBuilder();
    for (Node norm : graph.nodes()) {
      if (norm.op().equals("BatchNorm") && foldable(graph, norm, pinned)) {
        fold(graph, builder, graph.producer(norm.input(0)), norm);
      }
    }
    return builder.build();
  }

  private static boolean foldable(Graph graph, Node norm, Set<String> pinned) {
    String between = norm.input(0);
    Node before = graph.producer(between);
    return before != null
        && FOLDS_INTO.contains(before.op())
        && graph.consumers(between).size() == 1
        && !pinned.contains(between)
        && hasAtMostStoredBias(graph, before.epilogue())
        && graph.stored().containsKey(before.input(1))
        && norm.reads().stream().skip(1).allMatch(graph.stored()::containsKey);
  }

  private static boolean hasAtMostStoredBias(Graph graph, Epilogue epilogue) {
    String bias = epilogue.bias();
    return epilogue.equals(Epilogue.NONE.withBias(bias))
        && (bias == null || graph.stored().containsKey(bias));
  }

  private static void fold(Graph graph, GraphBuilder builder, Node before, Node norm) {
    double[] scale = scales(graph, norm);
    Tensor weight = graph.stored().get(before.input(1));
    String bias = before.epilogue().bias();
    List<String> sources = new ArrayList<>(before.reads());
    sources.addAll(norm.reads());
    sources.retainAll(graph.stored().keySet());
    String newWeight = DerivedValue.store(builder, "folded.weight", sources, scaled(weight, scale));
    String newBias =
        DerivedValue.store(builder, "folded.bias", sources, shifted(graph, norm, bias, scale));
    builder.removeNode(norm.name());
    builder.node(
        before
            .withInputs(List.of(before.input(0), newWeight))
            .withEpilogue(norm.epilogue().withBias(newBias))
            .withOutput(norm.output()));
  }

  private static double[] scales(Graph graph, Node norm) {
    float[] gamma = graph.stored().get(norm.input(1)).data();
    float[] variance = graph.stored().get(norm.input(4)).data();
    double epsilon = ((BatchNormAttributes) norm.attributes()).epsilon();
    double[] scale = new double[gamma.length];
    for (int c = 0; c < scale.length; c++) {
      scale[c] = gamma[c] / Math.sqrt(variance[c] + epsilon);
    }
    return scale;
  }

  /** Computed only where it is not on the device yet. */
  private static Tensor scaled(Tensor weight, double[] scale) {
    return Tensor.computed(weight.shape(), () -> scaled(weight.data(), scale));
  }

  private static float[] scaled(float[] weight, double[] scale) {
    float[] result = new float[weight.length];
    int perChannel = result.length / scale.length;
    for (int channel = 0; channel < scale.length; channel++) {
      int end = (channel + 1) * perChannel;
      for (int i = channel * perChannel; i < end; i++) {
        result[i] = (float) (weight[i] * scale[channel]);
      }
    }
    return result;
  }

  private static Tensor shifted(Graph graph, Node norm, String bias, double[] scale) {
    float[] beta = graph.stored().get(norm.input(2)).data();
    float[] mean = graph.stored().get(norm.input(3)).data();
    float[] before = bias == null ? new float[scale.length] : graph.stored().get(bias).data();
    float[] result = new float[scale.length];
    for (int c = 0; c < result.length; c++) {
      result[c] = (float) (((double) before[c] - mean[c]) * scale[c] + beta[c]);
    }
    return new Tensor(Shape.of(result.length), result);
  }
}
