package io.skipscope.load;

import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import java.util.List;
import java.util.Map;

/**
 * What a model file gives.
 *
 * @param name for titles and reports
 * @param graph one INPUT of rank 4 (batch 1 where the file leaves it open); shapes not yet inferred
 * @param inputSpec as the file's metadata says, ImageNet's where it does not
 * @param classes names by output index; empty if unknown
 * @param metadata the file's own keys and texts
 * @param origin one line for the user: which file, format and architecture this is
 */
public record LoadedModel(
    String name,
    Graph graph,
    InputSpec inputSpec,
    List<String> classes,
    Map<String, String> metadata,
    String origin) {
  public LoadedModel {
    classes = List.copyOf(classes);
    metadata = Map.copyOf(metadata);
  }

  public LoadedModel withOrigin(String newOrigin) {
    return new LoadedModel(name, graph, inputSpec, classes, metadata, newOrigin);
  }
}
