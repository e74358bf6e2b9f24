package io.skipscope.load;

import io.skipscope.graph.Graph;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of zoo nets, as files hold them. */
public final class ZooTensors {
  private ZooTensors() {}

  public static Map<String, Tensor> of(String name, int classes) {
    return of(Zoo.architecture(name), classes);
  }

  public static Map<String, Tensor> of(Architecture net, int classes) {
    Graph graph = net.build(HeInitialisation.withRandomBatchNorm(3), classes, 32, 32);
    return new TreeMap<>(graph.stored());
  }
}
