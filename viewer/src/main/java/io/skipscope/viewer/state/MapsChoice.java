package io.skipscope.viewer.state;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;

/**
 * What the maps pane shows, and how. Immutable.
 *
 * @param open whether it is shown instead of the card
 * @param weights whether it shows the weights that the value comes from, not its maps
 * @param value a node's name, or {@code .input}, {@code .residual}, {@code .shortcut}, {@code .sum}
 *     or {@code .output} of the selected block
 * @param smooth whether enlarged maps are interpolated instead of drawn in squares
 * @param overlay whether maps lie over the input
 * @param side of a map in the grid, in logical pixels
 */
public record MapsChoice(
    boolean open,
    boolean weights,
    String value,
    boolean smooth,
    boolean overlay,
    int side,
    MapSelection selection,
    MapTone tone) {
  private static final String OUTPUT = ".output";
  private static final String SUM = ".sum";
  private static final int LEAST_SIDE = 24;
  private static final int MOST_SIDE = 400;

  public static final MapsChoice INITIAL =
      new MapsChoice(false, false, OUTPUT, false, false, 96, MapSelection.ALL, MapTone.PLAIN);

  /** Where the pane is closed, it shows maps when it is opened again. */
  public MapsChoice withOpen(boolean other) {
    return new MapsChoice(other, other && weights, value, smooth, overlay, side, selection, tone);
  }

  /** With the pane open, and weights or maps in it. */
  public MapsChoice opened(boolean onWeights) {
    return new MapsChoice(true, onWeights, value, smooth, overlay, side, selection, tone);
  }

  public MapsChoice withValue(String other) {
    return new MapsChoice(open, weights, other, smooth, overlay, side, selection, tone);
  }

  public MapsChoice withSmooth(boolean other) {
    return new MapsChoice(open, weights, value, other, overlay, side, selection, tone);
  }

  public MapsChoice withOverlay(boolean other) {
    return new MapsChoice(open, weights, value, smooth, other, side, selection, tone);
  }

  /** With a side between 24 and 400. */
  public MapsChoice withSide(int other) {
    int within = Math.max(LEAST_SIDE, Math.min(MOST_SIDE, other));
    return new MapsChoice(open, weights, value, smooth, overlay, within, selection, tone);
  }

  public MapsChoice withSelection(MapSelection other) {
    return new MapsChoice(open, weights, value, smooth, overlay, side, other, tone);
  }

  public MapsChoice withTone(MapTone other) {
    return new MapsChoice(open, weights, value, smooth, overlay, side, selection, other);
  }

  /**
   * The name of the tap that gives the maps; where the model has no such value, the block's output,
   * and without blocks the first value that has maps.
   *
   * @param block the selected block's index
   */
  public String tap(OpenModel model, int block) {
    Graph graph = model.graph();
    if (graph.nodes().stream().anyMatch(node -> node.name().equals(value))) {
      return value;
    }
    if (block >= model.blocks().size()) {
      return graph.nodes().stream()
          .filter(node -> graph.shape(node.output()).rank() == 4)
          .findFirst()
          .map(Node::name)
          .orElse("");
    }
    return tapOf(model.blocks().get(block).block());
  }

  private String tapOf(ResidualBlock block) {
    boolean known = value.startsWith(".") && block.taps().containsKey(block.name() + value);
    String role = known ? value : OUTPUT;
    boolean sumIsOutput = block.hasShortcut() && block.output().equals(block.sum());
    return block.name() + (role.equals(OUTPUT) && sumIsOutput ? SUM : role);
  }
}
