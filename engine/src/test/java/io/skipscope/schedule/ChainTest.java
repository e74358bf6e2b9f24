package io.skipscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.pass.Passes;
import io.skipscope.zoo.Zoo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
  @ParameterizedTest
  @ValueSource(strings = {"resnet20", "resnet20:B", "resnet50", "resnext50_32x4d", "mobilenet_v2"})
  void eachBlockIsASegmentBetweenStemAndHead(String name) {
    Chain chain = chain(name);
    List<String> expected = new ArrayList<>(List.of("stem"));
    chain.graph().blocks().stream().map(ResidualBlock::name).forEach(expected::add);
    expected.add("head");
    assertEquals(expected, chain.segments().stream().map(Segment::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet20", "resnet50", "plain20", "mobilenet_v2"})
  void segmentsHaveEveryNodeOnceAndInOrder(String name) {
    Chain chain = chain(name);
    List<String> nodes = chain.segments().stream().flatMap(s -> s.nodes().stream()).toList();
    assertEquals(chain.graph().nodes().stream().map(Node::name).toList(), nodes);
  }

  @Test
  void bytesAreThoseOfTheBlocksOutput() {
    Chain chain = chain("resnet50");
    int segment = chain.segments().stream().map(Segment::name).toList().indexOf("layer1.2");
    assertEquals(4L * 256 * 56 * 56, chain.segments().get(segment).outputBytes());
    assertEquals(4L * 256 * 56 * 56, chain.bytesBefore(segment + 1));
    assertEquals(0, chain.bytesBefore(0));
    assertNull(chain.segments().get(chain.size() - 1).output());
  }

  @Test
  void anOutputInTheMiddleKeepsWhatFollowsInOnePiece() {
    Graph graph = Passes.prepare(Zoo.build("resnet20", 3));
    ResidualBlock middle = graph.blocks().get(4);
    Graph tapped =
        graph.toBuilder().outputs(List.of(middle.residual(), graph.outputs().get(0))).build();
    assertEquals(6, Chain.of(tapped).size());
  }

  private static Chain chain(String name) {
    return Chain.of(Passes.prepare(Zoo.build(name, 3)));
  }
}
