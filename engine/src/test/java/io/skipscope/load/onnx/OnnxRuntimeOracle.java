package io.skipscope.load.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Runs models with ONNX Runtime, which shares no code with us. */
final class OnnxRuntimeOracle {
  private OnnxRuntimeOracle() {}

  /** The model's outputs by name. */
  static Map<String, Tensor> run(byte[] model, Map<String, Tensor> inputs) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> fed = new TreeMap<>();
    try (OrtSession session = environment.createSession(model)) {
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        fed.put(input.getKey(), tensor(environment, input.getValue()));
      }
      Map<String, Tensor> outputs = new TreeMap<>();
      try (OrtSession.Result result = session.run(fed)) {
        for (Map.Entry<String, OnnxValue> output : result) {
          outputs.put(output.getKey(), tensor((OnnxTensor) output.getValue()));
        }
      }
      return outputs;
    } finally {
      fed.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, Tensor input) throws OrtException {
    long[] extents = Arrays.stream(input.shape().toArray()).asLongStream().toArray();
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.data()), extents);
  }

  private static Tensor tensor(OnnxTensor result) {
    FloatBuffer numbers = result.getFloatBuffer();
    float[] data = new float[numbers.remaining()];
    numbers.get(data);
    int[] extents = Arrays.stream(result.getInfo().getShape()).mapToInt(e -> (int) e).toArray();
    return new Tensor(Shape.of(extents), data);
  }
}
