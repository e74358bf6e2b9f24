package io.skipscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.ShortcutKind;
import io.skipscope.testing.Towers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForksTest {
  @ParameterizedTest
  @ValueSource(strings = {"resnet20:B", "resnet20", "resnet50", "resnext50_32x4d"})
  void aShortcutThatComputesSomethingForksBesideF(String name) {
    Graph graph = Chains.ofNetwork(name, 32).graph();
    List<Set<List<String>>> expected =
        graph.blocks().stream()
            .filter(block -> block.shortcutKind() != ShortcutKind.IDENTITY)
            .map(block -> Set.of(block.residualNodes(), block.shortcutNodes()))
            .toList();
    assertEquals(expected, Forks.of(graph).stream().map(f -> Set.copyOf(f.branches())).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain20", "mobilenet_v2"})
  void withoutSuchShortcutsNothingForks(String name) {
    assertEquals(List.of(), Forks.of(Chains.ofNetwork(name, 32).graph()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet20:B", "resnet50"})
  void allNodesBetweenAForksBeginAndItsJoinBelongToOneBranch(String name) {
    Chain chain = Chains.ofNetwork(name, 32);
    List<String> nodes = chain.nodes(0, chain.size());
    for (Fork fork : Forks.of(chain.graph())) {
      assertEquals(nodes.subList(fork.begin(), fork.join()), Fork.merged(nodes, fork.branches()));
      Node join = chain.graph().node(nodes.get(fork.join()));
      List<String> sums = chain.graph().blocks().stream().map(ResidualBlock::sum).toList();
      assertEquals(true, sums.contains(join.output()));
    }
  }

  @Test
  void eachTowerIsABranch() {
    Fork fork = Forks.of(Towers.of("Concat", 3, 2, 8, 8)).get(0);
    List<String> second = List.of("tower1.0", "tower1.0.relu", "tower1.1", "tower1.1.relu");
    assertEquals(3, fork.branches().size());
    assertEquals(second, fork.branches().get(1));
  }
}
