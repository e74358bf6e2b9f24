package io.skipscope.measure;

import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import io.skipscope.load.onnx.OnnxWriter;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Peers with our network loaded, through an ONNX file that lives only until they have read it. */
final class PeerTurns implements AutoCloseable {
  /** A peer's network and what it gave last. */
  private static final class Turn {
    private final String name;
    private final Peer.Session session;
    private Map<String, Tensor> outputs;

    Turn(String name, Peer.Session session) {
      this.name = name;
      this.session = session;
    }
  }

  private final Tensor input;
  private final List<Turn> turns = new ArrayList<>();

  /** Opens all; if one refuses, none stays open. */
  PeerTurns(List<Peer> peers, Graph graph, Tensor input, int threads) {
    this.input = input;
    if (peers.isEmpty()) {
      return;
    }
    try {
      Path file = Files.createTempFile("skipscope-bench", ".onnx");
      try {
        write(graph, file);
        for (Peer peer : peers) {
          turns.add(new Turn(peer.name(), peer.open(file, input.shape(), threads)));
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      close();
      throw new InputException(
          "the folder for temporary files", e.getMessage(), "one that can be written to", e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void write(Graph graph, Path file) {
    InputSpec spec = InputSpec.imageNet(input.shape().height(), input.shape().width());
    OnnxWriter.write(graph, spec, List.of(), Map.of(), file);
  }

  /** One run of each peer. */
  List<Runnable> runs() {
    return turns.stream()
        .<Runnable>map(turn -> () -> turn.outputs = turn.session.run(input))
        .toList();
  }

  /**
   * @param times ours first, then one entry per peer
   * @param outputs ours
   */
  List<BenchReport.PeerResult> results(List<Latencies> times, Map<String, Tensor> outputs) {
    double ourMillis = times.get(0).medianMillis();
    List<BenchReport.PeerResult> results = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      double millis = times.get(i + 1).medianMillis();
      double error = Verify.worstError(outputs, turns.get(i).outputs);
      results.add(new BenchReport.PeerResult(turns.get(i).name, millis, millis / ourMillis, error));
    }
    return results;
  }

  @Override
  public void close() {
    turns.forEach(turn -> turn.session.close());
    turns.clear();
  }
}
