package io.skipscope.pass;

import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.tensor.DataType;
import java.util.Set;

/** Says of every value how its numbers are stored on the device; their order stays as it was. */
public final class AssignStorage implements Pass {
  private final DataType storage;

  public AssignStorage(DataType storage) {
    this.storage = storage;
  }

  @Override
  public String name() {
    return "assign storage";
  }

  @Override
  public Graph apply(Graph graph, Set<String> pinned) {
    GraphBuilder builder = graph.toBuilder();
    graph
        .values()
        .values()
        .forEach(v -> builder.putValue(v.withLayout(v.layout().withDataType(storage))));
    return builder.build();
  }
}
