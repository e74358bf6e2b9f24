package io.skipscope.samples.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.skipscope.error.InputException;
import io.skipscope.load.onnx.OnnxWriter;
import io.skipscope.measure.Peer;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A network in ONNX Runtime, fed from memory that it reads in place. */
final class OnnxRuntimeSession implements Peer.Session {
  /**
   * Its idle threads otherwise go on turning for a while after a run, on the processors that the
   * other engine is timed on.
   */
  private static final String STOP_SPINNING = "session.force_spinning_stop";

  private final OrtSession session;
  private final FloatBuffer input;
  private final OnnxTensor feed;

  OnnxRuntimeSession(Path model, Shape shape, int threads) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setSymbolicDimensionValue(OnnxWriter.BATCH, shape.batch());
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.addConfigEntry(STOP_SPINNING, "1");
      session = environment.createSession(model.toString(), options);
    }
    input =
        ByteBuffer.allocateDirect(shape.elementCount() * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    long[] extents = IntStream.of(shape.toArray()).asLongStream().toArray();
    feed = OnnxTensor.createTensor(environment, input, extents);
  }

  @Override
  public Map<String, Tensor> run(Tensor tensor) {
    input.put(0, tensor.data());
    String name = session.getInputNames().iterator().next();
    try (OrtSession.Result results = session.run(Map.of(name, feed))) {
      Map<String, Tensor> outputs = new LinkedHashMap<>();
      for (Map.Entry<String, OnnxValue> result : results) {
        outputs.put(result.getKey(), tensor((OnnxTensor) result.getValue()));
      }
      return outputs;
    } catch (OrtException e) {
      throw new InputException("ONNX Runtime", e.getMessage(), "a network that it can run", e);
    }
  }

  private static Tensor tensor(OnnxTensor value) {
    int[] extents = LongStream.of(value.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
    float[] data = new float[Shape.of(extents).elementCount()];
    value.getFloatBuffer().get(data);
    return new Tensor(Shape.of(extents), data);
  }

  @Override
  public void close() {
    feed.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new InputException("ONNX Runtime", e.getMessage(), "that it closes its network", e);
    }
  }
}
