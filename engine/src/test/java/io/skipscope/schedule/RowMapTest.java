package io.skipscope.schedule;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowMapTest {
  @ParameterizedTest
  @CsvSource({
    "resnet20, 32, 0, 4",
    "resnet20, 31, 3, 6",
    "resnet20:B, 33, 2, 9",
    "resnet50, 65, 0, 5",
    "mobilenet_v2:0.5, 67, 1, 8"
  })
  void aSlabsRowsAreThoseOfTheWholeMap(String name, int size, int from, int to) {
    Graph graph = SubGraph.of(Chains.ofNetwork(name, size), from, to);
    RowMap map = RowMap.of(graph).orElseThrow();
    Tensor input = noise(graph);
    try (JavaDevice device = new JavaDevice();
        Runner runner = new Runner(device, graph, PlanOptions.DEFAULT)) {
      Tensor whole = run(runner, input);
      for (int begin = 0; begin < map.outputHeight(); begin++) {
        for (int end = begin + 1; end <= map.outputHeight(); end += 3) {
          Slab slab = map.slab(new Rows(begin, end));
          Tensor part = run(runner, rows(input, slab.input()));
          Rows right = new Rows(slab.skip(), slab.skip() + end - begin);
          assertClose(slab.toString(), rows(whole, slab.output()), rows(part, right), 0);
        }
      }
    }
  }

  @Test
  void theHaloIsWhatTheRowsSee() {
    // Two 3x3 convolutions a block, without stride: two rows on each side.
    RowMap map = RowMap.of(SubGraph.of(Chains.ofNetwork("resnet20", 32), 1, 2)).orElseThrow();
    assertEquals(new Slab(new Rows(8, 22), new Rows(10, 20), 2), map.slab(new Rows(10, 20)));
    assertEquals(new Slab(new Rows(0, 12), new Rows(0, 10), 0), map.slab(new Rows(0, 10)));
  }

  @Test
  void whatLooksAtAllRowsCannotBeShared() {
    Chain chain = Chains.ofNetwork("resnet20", 32);
    assertEquals(Optional.empty(), RowMap.of(SubGraph.of(chain, chain.size() - 1, chain.size())));
    assertTrue(RowMap.of(SubGraph.of(chain, 0, chain.size() - 1)).isPresent());
  }

  private static Tensor run(Runner runner, Tensor input) {
    Map<String, Tensor> inputs = Map.of(runner.graph().inputs().get(0), input);
    return runner.run(inputs, TapSet.NONE, Map.of(), Job.unwatched()).output();
  }

  private static Tensor rows(Tensor tensor, Rows rows) {
    Tensor part = Tensor.zeros(tensor.shape().with(2, rows.count()));
    int width = tensor.shape().width();
    int maps = tensor.shape().product(0, 2);
    for (int map = 0; map < maps; map++) {
      int source = (map * tensor.shape().height() + rows.begin()) * width;
      System.arraycopy(
          tensor.data(), source, part.data(), map * rows.count() * width, rows.count() * width);
    }
    return part;
  }

  private static Tensor noise(Graph graph) {
    Tensor tensor = Tensor.zeros(graph.shape(graph.inputs().get(0)));
    Random random = new Random(7);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }
}
