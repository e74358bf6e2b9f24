package io.skipscope.load.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Runs models with ONNX Runtime, which shares no code with us. */
final class OnnxRuntimeOracle {
  private OnnxRuntimeOracle() {}

  /** The model's outputs by name. */
  static Map<String, Tensor> run(Path model, String inputName, Tensor input) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] extents = Arrays.stream(input.shape().toArray()).asLongStream().toArray();
    try (OrtSession session = environment.createSession(model.toString());
        OnnxTensor fed =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.data()), extents);
        OrtSession.Result result = session.run(Map.of(inputName, fed))) {
      Map<String, Tensor> outputs = new TreeMap<>();
      for (var entry : result) {
        outputs.put(entry.getKey(), tensor((OnnxTensor) entry.getValue()));
      }
      return outputs;
    }
  }

  private static Tensor tensor(OnnxTensor result) {
    FloatBuffer numbers = result.getFloatBuffer();
    float[] data = new float[numbers.remaining()];
    numbers.get(data);
    int[] extents = Arrays.stream(result.getInfo().getShape()).mapToInt(e -> (int) e).toArray();
    return new Tensor(Shape.of(extents), data);
  }
}
