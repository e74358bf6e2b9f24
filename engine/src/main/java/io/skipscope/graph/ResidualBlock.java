package io.skipscope.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A residual block: output = activation(F(input) + s(input)).
 *
 * <p>All names are names of values. Without a shortcut ({@link ShortcutKind#NONE}) {@code shortcut}
 * is null and {@code sum} equals {@code residual}. Where no activation follows the sum, {@code
 * output} equals {@code sum}; an identity's {@code shortcut} equals {@code input}.
 *
 * @param name the module path, such as {@code layer2.0}
 * @param input x
 * @param residual F(x)
 * @param shortcut s(x)
 * @param residualNodes names of the nodes of F, in order
 * @param shortcutNodes names of the nodes of s, in order
 */
public record ResidualBlock(
    String name,
    BlockKind kind,
    ShortcutKind shortcutKind,
    String input,
    String residual,
    String shortcut,
    String sum,
    String output,
    List<String> residualNodes,
    List<String> shortcutNodes) {
  public ResidualBlock {
    residualNodes = List.copyOf(residualNodes);
    shortcutNodes = List.copyOf(shortcutNodes);
  }

  /** The operands of the sum: F(x), and s(x) where there is one. */
  public Stream<String> branches() {
    return hasShortcut() ? Stream.of(residual, shortcut) : Stream.of(residual);
  }

  public boolean hasShortcut() {
    return shortcutKind != ShortcutKind.NONE;
  }

  /**
   * Tap names ({@code layer2.0.input|residual|shortcut|sum|output}) and the values they mean, in
   * that order; a block without a shortcut has no {@code shortcut} and no {@code sum}.
   */
  public Map<String, String> taps() {
    Map<String, String> taps = new LinkedHashMap<>();
    taps.put(name + ".input", input);
    taps.put(name + ".residual", residual);
    if (hasShortcut()) {
      taps.put(name + ".shortcut", shortcut);
      taps.put(name + ".sum", sum);
    }
    taps.put(name + ".output", output);
    return taps;
  }
}
