package io.skipscope.graph.edit;

import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import java.util.Locale;

/**
 * Multiplies one of a block's two branches before the sum: 0 drops F or cuts the shortcut.
 *
 * <p>The number becomes the factor {@link #factorName}, which a run may set to something else.
 *
 * @param block name of a block with a shortcut
 */
public record ScaleBranch(String block, Branch branch, float scale) implements Edit {
  /** The two ways to a block's sum. */
  public enum Branch {
    /** F(x) */
    RESIDUAL,
    /** s(x) */
    SHORTCUT
  }

  /** Such as {@code layer2.0.shortcut.scale}. */
  public String factorName() {
    return block + "." + branch.name().toLowerCase(Locale.ROOT) + ".scale";
  }

  @Override
  public Graph apply(Graph graph) {
    ResidualBlock found = Blocks.withShortcut(graph, block);
    Node sum = graph.producer(found.sum());
    AddAttributes factors = AddAttributes.of(sum);
    String scaled = branch == Branch.RESIDUAL ? found.residual() : found.shortcut();
    AddAttributes edited =
        sum.input(0).equals(scaled)
            ? new AddAttributes(factorName(), factors.rightFactor())
            : new AddAttributes(factors.leftFactor(), factorName());
    GraphBuilder builder = graph.toBuilder().factor(factorName(), scale);
    builder.node(sum.withAttributes(edited));
    return builder.build();
  }
}
