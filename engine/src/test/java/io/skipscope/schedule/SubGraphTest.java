package io.skipscope.schedule;

import static io.skipscope.testing.Compare.assertClose;

import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubGraphTest {
  @ParameterizedTest
  @CsvSource({"resnet20, 32", "resnet20:B, 32", "resnet50, 33", "mobilenet_v2:0.5, 33"})
  void partsOneAfterTheOtherGiveWhatTheWholeGives(String name, int size) {
    Graph graph =
        Passes.prepare(
            Zoo.architecture(name).build(HeInitialisation.withRandomBatchNorm(5), 10, size, size));
    Chain chain = Chain.of(graph);
    Tensor input = noise(graph);
    Tensor whole = run(graph, input);
    for (int parts = 2; parts <= 3; parts++) {
      Tensor value = input;
      for (int part = 0; part < parts; part++) {
        int from = chain.size() * part / parts;
        int to = chain.size() * (part + 1) / parts;
        value = run(SubGraph.of(chain, from, to), value);
      }
      assertClose(parts + " parts", whole, value, 0);
    }
  }

  private static Tensor run(Graph graph, Tensor input) {
    try (JavaDevice device = new JavaDevice();
        Runner runner = new Runner(device, graph, PlanOptions.DEFAULT)) {
      Map<String, Tensor> inputs = Map.of(graph.inputs().get(0), input);
      return runner.run(inputs, TapSet.NONE, Map.of(), Job.unwatched()).output();
    }
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
