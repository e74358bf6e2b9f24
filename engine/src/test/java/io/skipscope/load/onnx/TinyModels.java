package io.skipscope.load.onnx;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;

/** Small whole models that several tests read. */
final class TinyModels {
  private TinyModels() {}

  /** Input "x" [open, 3, open, open] through conv, batch norm, a residual sum and a classifier. */
  static TinyModel residual() {
    return new TinyModel(13)
        .input("x", 0, 3, 0, 0)
        .floats("conv1.weight", RandomTensors.of(1, 4, 3, 3, 3))
        .floats("onnx::Conv_12", RandomTensors.of(2, 4, 4, 3, 3))
        .floats("layer1.0.bn1.weight", RandomTensors.of(3, 4))
        .floats("layer1.0.bn1.bias", RandomTensors.of(4, 4))
        .floats("layer1.0.bn1.running_mean", RandomTensors.of(5, 4))
        .floats("layer1.0.bn1.running_var", positive(6, 4))
        .floats("fc.weight", RandomTensors.of(7, 5, 4))
        .floats("fc.bias", RandomTensors.of(8, 5))
        .node("Conv", "/conv1/Conv", "x conv1.weight -> c1", "pads", new long[] {1, 1, 1, 1})
        .node("Relu", "/relu/Relu", "c1 -> r1")
        .node(
            "Conv",
            "/layer1/layer1.0/conv1/Conv",
            "r1 onnx::Conv_12 -> c2",
            "pads",
            new long[] {1, 1, 1, 1})
        .node(
            "BatchNormalization",
            "/layer1/layer1.0/bn1/BatchNormalization",
            "c2 layer1.0.bn1.weight layer1.0.bn1.bias layer1.0.bn1.running_mean"
                + " layer1.0.bn1.running_var -> b2")
        .node("Add", "/layer1/layer1.0/Add", "b2 r1 -> s2")
        .node("Relu", "/layer1/layer1.0/relu/Relu", "s2 -> r2")
        .node("GlobalAveragePool", "/avgpool/GlobalAveragePool", "r2 -> gap")
        .node("Flatten", "/Flatten", "gap -> flat")
        .node("Gemm", "/fc/Gemm", "flat fc.weight fc.bias -> logits", "transB", 1)
        .output("logits");
  }

  private static Tensor positive(long seed, int count) {
    float[] numbers = RandomTensors.of(seed, count).data();
    for (int i = 0; i < count; i++) {
      numbers[i] = 0.5f + Math.abs(numbers[i]);
    }
    return new Tensor(Shape.of(count), numbers);
  }
}
