package io.skipscope;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.edit.Edit;
import io.skipscope.image.InputSpec;
import io.skipscope.job.Job;
import io.skipscope.load.LoadedModel;
import io.skipscope.load.ModelSource;
import io.skipscope.pass.InferShapes;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A network with everything that is known about it: its graph, how pictures are fed to it, and what
 * its outputs mean. Immutable; any thread.
 */
public final class Model {
  private final LoadedModel loaded;
  private final Graph graph;

  private Model(LoadedModel loaded, Graph graph) {
    this.loaded = loaded;
    this.graph = graph;
  }

  /** A model from a file that was read, with shapes inferred and residual blocks found. */
  public static Model of(LoadedModel loaded) {
    return new Model(loaded, Passes.prepare(loaded.graph()));
  }

  /**
   * Opens a model file of any known format, recognised by its content.
   *
   * @throws io.skipscope.error.SkipscopeException if it cannot be read or run
   */
  public static Model open(Path file) {
    return open(file.toString(), null, Job.unwatched());
  }

  /**
   * Opens a model by path, zoo name ({@code resnet50:v1}) or name of a bundled network.
   *
   * @param weights a file of weights for a zoo name, or null
   */
  public static Model open(String model, Path weights, Job job) {
    return of(ModelSource.open(model, weights, job));
  }

  public String name() {
    return loaded.name();
  }

  /** One line: which file, format, architecture and weights this is. */
  public String origin() {
    return loaded.origin();
  }

  /** Shapes inferred, blocks found; nothing folded or fused. */
  public Graph graph() {
    return graph;
  }

  public InputSpec inputSpec() {
    return loaded.inputSpec();
  }

  /** Names by output index; empty if unknown. */
  public List<String> classes() {
    return loaded.classes();
  }

  /** The name of an output, or its index where names are unknown. */
  public String label(int index) {
    return index < classes().size() ? classes().get(index) : String.valueOf(index);
  }

  /** The keys and texts that the model's file carries. */
  public Map<String, String> metadata() {
    return loaded.metadata();
  }

  /** Whether the outputs are probabilities already, perhaps under other axes. */
  public boolean endsInSoftmax() {
    Node last = graph.producer(graph.outputs().get(0));
    while (last != null && last.op().equals("Reshape")) {
      last = graph.producer(last.input(0));
    }
    return last != null && last.op().equals("Softmax");
  }

  /**
   * This model for pictures of another size.
   *
   * @throws io.skipscope.error.GraphException if the network takes one size only
   */
  public Model withInputSize(int height, int width) {
    String input = graph.inputs().get(0);
    Shape shape = Shape.of(1, graph.shape(input).channels(), height, width);
    return with(
        InferShapes.withInputs(graph, Map.of(input, shape)), inputSpec().withSize(height, width));
  }

  /** This model with other normalisation of its pictures, in units of 0..1. */
  public Model withNormalisation(float[] mean, float[] std, String source) {
    return with(graph, inputSpec().withNormalisation(mean, std, source));
  }

  /** This model with one change to its graph, such as a scaled shortcut. */
  public Model edited(Edit edit) {
    return edited(List.of(edit));
  }

  /** This model with several changes, one after the other; all name blocks as they are now. */
  public Model edited(List<? extends Edit> edits) {
    Graph changed = graph;
    for (Edit edit : edits) {
      changed = edit.apply(changed);
    }
    return with(Passes.prepare(changed), inputSpec());
  }

  private Model with(Graph newGraph, InputSpec spec) {
    return new Model(
        new LoadedModel(name(), newGraph, spec, classes(), metadata(), origin()), newGraph);
  }

  @Override
  public String toString() {
    return name();
  }
}
