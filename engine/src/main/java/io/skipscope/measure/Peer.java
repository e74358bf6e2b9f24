package io.skipscope.measure;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Another engine, to be timed in turn with ours on the same network; registered as a service. */
public interface Peer {
  String name();

  /**
   * Loads a network.
   *
   * @param model an ONNX file
   * @param input the shape of what will be fed
   * @param threads how many may compute at a time
   * @throws io.skipscope.error.SkipscopeException if the engine is not there or refuses the file
   */
  Session open(Path model, Shape input, int threads);

  /** A loaded network; used by one thread. */
  interface Session extends AutoCloseable {
    /** Runs the network on its only input and waits; all outputs by name. */
    Map<String, Tensor> run(Tensor input);

    @Override
    void close();
  }

  /** Every peer on the class path. */
  static List<Peer> all() {
    return ServiceLoader.load(Peer.class).stream().map(ServiceLoader.Provider::get).toList();
  }
}
