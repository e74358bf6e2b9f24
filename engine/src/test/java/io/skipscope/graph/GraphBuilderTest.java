package io.skipscope.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.GraphException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
  private GraphBuilder builder;

  @BeforeEach
  void start() {
    builder = Graph.builder("test");
    builder.input("x", Shape.of(1, 2, 3, 3));
  }

  @Test
  void nodesAreSortedByWhatTheyRead() {
    add("c", "b");
    add("b", "a");
    add("a", "x");
    List<String> order = builder.output("c").build().nodes().stream().map(Node::name).toList();
    assertEquals(List.of("a", "b", "c"), order);
  }

  @Test
  void freeNodesKeepTheOrderOfAddition() {
    add("b", "x");
    add("a", "x");
    add("c", "a");
    List<String> order = builder.build().nodes().stream().map(Node::name).toList();
    assertEquals(List.of("b", "a", "c"), order);
  }

  @Test
  void aCycleIsRefused() {
    add("a", "b");
    add("b", "a");
    assertTrue(refused().contains("cycle"));
  }

  @Test
  void aValueNobodyWritesIsRefused() {
    add("a", "nothing");
    assertTrue(refused().contains("nothing"));
  }

  @Test
  void aSecondWriterIsRefused() {
    add("a", "x");
    builder.node(new Node("again", "Relu", List.of("x"), "a", Attributes.NONE));
    assertTrue(refused().contains("second time"));
  }

  @Test
  void anOutputNobodyWritesIsRefused() {
    add("a", "x");
    builder.output("b");
    assertTrue(refused().contains("output b"));
  }

  @Test
  void whatNobodyReadsIsDropped() {
    add("a", "x");
    builder.store("unused", Role.PARAMETER, Tensor.scalar(1));
    Graph graph = builder.output("a").build();
    assertFalse(graph.values().containsKey("unused"));
    assertFalse(graph.stored().containsKey("unused"));
  }

  @Test
  void producersAndConsumersAreFoundByValue() {
    add("a", "x");
    add("b", "a");
    add("c", "a");
    Graph graph = builder.build();
    assertNull(graph.producer("x"));
    assertEquals("a", graph.producer("a").name());
    assertEquals(List.of("b", "c"), graph.consumers("a").stream().map(Node::name).toList());
  }

  @Test
  void rebuildingChangesNothing() {
    add("a", "x");
    Graph graph = builder.output("a").factor("half", 0.5f).build();
    Graph again = graph.toBuilder().build();
    assertEquals(graph.nodes(), again.nodes());
    assertEquals(graph.values(), again.values());
    assertEquals(graph.factors(), again.factors());
  }

  private void add(String name, String reads) {
    builder.node(new Node(name, "Relu", List.of(reads), name, Attributes.NONE));
  }

  private String refused() {
    return assertThrows(GraphException.class, builder::build).getMessage();
  }
}
