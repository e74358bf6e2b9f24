package io.skipscope.samples.peers;

import ai.onnxruntime.OrtException;
import io.skipscope.error.InputException;
import io.skipscope.measure.Peer;
import io.skipscope.tensor.Shape;
import java.nio.file.Path;

/** ONNX Runtime with its processor kernels. */
public final class OnnxRuntimePeer implements Peer {
  @Override
  public String name() {
    return "ONNX Runtime";
  }

  @Override
  public Session open(Path model, Shape input, int threads) {
    try {
      return new OnnxRuntimeSession(model, input, threads);
    } catch (LinkageError e) {
      throw new InputException(
          "--peers",
          "no ONNX Runtime on the class path",
          "a start through ./skipscope, which fetches it",
          e);
    } catch (OrtException e) {
      throw new InputException(name(), e.getMessage(), "a network that it can run", e);
    }
  }
}
