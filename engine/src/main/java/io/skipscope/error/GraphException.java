package io.skipscope.error;

/** A graph that contradicts itself: shapes that do not fit, a value nobody writes, a cycle. */
public class GraphException extends SkipscopeException {
  /**
   * @param node the name of the node, or of the value or graph, at fault
   */
  public GraphException(String node, String found, String expected) {
    super(node, found, expected);
  }
}
