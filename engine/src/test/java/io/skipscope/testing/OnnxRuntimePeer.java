package io.skipscope.testing;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** ONNX Runtime on a model file: the independent oracle of whole nets. */
public final class OnnxRuntimePeer implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  public OnnxRuntimePeer(Path model) throws OrtException {
    session = environment.createSession(model.toString());
  }

  /**
   * @param model the bytes of a model file
   */
  public OnnxRuntimePeer(byte[] model) throws OrtException {
    session = environment.createSession(model);
  }

  /** All outputs by name. */
  public Map<String, Tensor> run(Map<String, Tensor> inputs) throws OrtException {
    Map<String, OnnxTensor> feeds = new LinkedHashMap<>();
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      FloatBuffer data = FloatBuffer.wrap(input.getValue().data());
      long[] extents = Arrays.stream(input.getValue().shape().toArray()).asLongStream().toArray();
      feeds.put(input.getKey(), OnnxTensor.createTensor(environment, data, extents));
    }
    try (OrtSession.Result results = session.run(feeds)) {
      Map<String, Tensor> outputs = new LinkedHashMap<>();
      for (Map.Entry<String, OnnxValue> result : results) {
        outputs.put(result.getKey(), tensor((OnnxTensor) result.getValue()));
      }
      return outputs;
    } finally {
      feeds.values().forEach(OnnxTensor::close);
    }
  }

  private static Tensor tensor(OnnxTensor value) {
    int[] extents = LongStream.of(value.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
    float[] data = new float[Shape.of(extents).elementCount()];
    value.getFloatBuffer().get(data);
    return new Tensor(Shape.of(extents), data);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
