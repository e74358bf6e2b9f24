package io.skipscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Graph;
import io.skipscope.pass.InferShapes;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptiveBoxTest {
  private static final int PLACES = 20;
  private static final float MUCH = 1e4f;

  /** Sizes: Araujo et al. 2019, table 1, with strides as in torchvision's networks. */
  @ParameterizedTest
  @CsvSource({
    "resnet18, 435",
    "resnet34, 899",
    "resnet50, 427",
    "resnet101, 971",
    "resnet152, 1451"
  })
  void theLastMapSeesAsMuchAsIsPublished(String name, int size) {
    Graph graph = Passes.prepare(Zoo.build(name, 0));
    String last = graph.blocks().get(graph.blocks().size() - 1).output();
    ReceptiveBox box = ReceptiveBox.of(graph, new NumberPlace(last, 0, 3, 3)).orElseThrow();
    assertEquals(size, box.height());
    assertEquals(size, box.width());
    ReceptiveBox neighbour = ReceptiveBox.of(graph, new NumberPlace(last, 0, 4, 3)).orElseThrow();
    assertEquals(32, neighbour.top() - box.top());
  }

  @Test
  void whatFollowsGlobalPoolingSeesAllOfThePicture() {
    Graph graph = Passes.prepare(Zoo.build("resnet20", 0));
    String answer = graph.outputs().get(0);
    ReceptiveBox box = ReceptiveBox.of(graph, new NumberPlace(answer, 3, 0, 0)).orElseThrow();
    assertEquals(new ReceptiveBox(0, 0, 32, 32), box.within(32, 32));
  }

  @Test
  void nothingOutsideTheBoxHasAnInfluenceAndAllFourEdgesHaveOne() {
    Graph graph =
        InferShapes.withInputs(Zoo.build("resnet20", 4), Map.of("input", Shape.of(1, 3, 40, 40)));
    PositiveNets.makePositive(graph);
    try (TappedNet net = new TappedNet(graph)) {
      Random random = new Random(11);
      for (int checked = 0; checked < PLACES; ) {
        NumberPlace place = net.anyPlace(random);
        ReceptiveBox box = ReceptiveBox.of(net.graph(), place).orElseThrow();
        if (box.equals(box.within(40, 40)) && box.width() < 40) {
          check(net, place, box);
          checked++;
        }
      }
    }
  }

  private static void check(TappedNet net, NumberPlace place, ReceptiveBox box) {
    Tensor picture = RandomTensors.of(1, net.inputShape());
    float before = number(net, place, picture);
    Tensor outside = RandomTensors.of(2, net.inputShape());
    copy(picture, outside, box);
    assertEquals(before, number(net, place, outside), place.toString());
    List<ReceptiveBox> edges =
        List.of(
            new ReceptiveBox(box.top(), box.left(), box.top() + 1, box.right()),
            new ReceptiveBox(box.bottom() - 1, box.left(), box.bottom(), box.right()),
            new ReceptiveBox(box.top(), box.left(), box.bottom(), box.left() + 1),
            new ReceptiveBox(box.top(), box.right() - 1, box.bottom(), box.right()));
    for (ReceptiveBox edge : edges) {
      Tensor more = new Tensor(picture.shape(), picture.data().clone());
      add(more, edge);
      assertNotEquals(before, number(net, place, more), place + " at " + edge);
    }
  }

  private static float number(TappedNet net, NumberPlace place, Tensor input) {
    Tensor value = net.run(input, List.of(place.value())).get(place.value());
    assertTrue(place.index(value.shape()) < value.data().length);
    return value.data()[place.index(value.shape())];
  }

  private static void copy(Tensor from, Tensor to, ReceptiveBox box) {
    forEach(to, box, i -> to.data()[i] = from.data()[i]);
  }

  private static void add(Tensor to, ReceptiveBox box) {
    forEach(to, box, i -> to.data()[i] += MUCH);
  }

  private static void forEach(Tensor tensor, ReceptiveBox box, IntConsumer work) {
    Shape shape = tensor.shape();
    for (int c = 0; c < shape.channels(); c++) {
      for (int y = box.top(); y < box.bottom(); y++) {
        for (int x = box.left(); x < box.right(); x++) {
          work.accept((c * shape.height() + y) * shape.width() + x);
        }
      }
    }
  }
}
