package io.skipscope.viewer.state;

import java.util.Map;
import java.util.Optional;

/**
 * What one run without taps and one with statistics of every block have measured.
 *
 * @param model whose blocks these are
 * @param blocks by block name
 */
public record Survey(OpenModel model, Map<String, Block> blocks) {
  /**
   * @param nanos of the block's launches in a run without taps
   * @param device where they ran
   * @param share ||F|| / (||F|| + ||s||) over all numbers; NaN without a shortcut
   */
  public record Block(long nanos, String device, double share) {}

  public Survey {
    blocks = Map.copyOf(blocks);
  }

  public Optional<Block> block(String name) {
    return Optional.ofNullable(blocks.get(name));
  }
}
