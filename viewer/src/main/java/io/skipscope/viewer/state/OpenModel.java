package io.skipscope.viewer.state;

import io.skipscope.Model;
import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import java.util.List;

/**
 * An open model with what the window says of its blocks.
 *
 * @param source how it was asked for: a path or a model name
 * @param model for pictures of the size that was chosen
 * @param opened the same as it was opened
 */
public record OpenModel(String source, Model model, List<BlockSummary> blocks, Model opened) {
  public OpenModel {
    blocks = List.copyOf(blocks);
  }

  /** A model of the size that it was opened with. */
  public OpenModel(String source, Model model, List<BlockSummary> blocks) {
    this(source, model, blocks, model);
  }

  /**
   * Whether both are one opened model, perhaps for pictures of different sizes.
   *
   * @param other may be null
   */
  public boolean isOf(OpenModel other) {
    return other != null && opened == other.opened;
  }

  /** The index of the first block with a shortcut, 0 if none has one. */
  public int firstShortcut() {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).block().hasShortcut()) {
        return i;
      }
    }
    return 0;
  }

  public String name() {
    return model.name();
  }

  public String origin() {
    return model.origin();
  }

  public Graph graph() {
    return model.graph();
  }

  public InputSpec inputSpec() {
    return model.inputSpec();
  }
}
