package io.skipscope.viewer.state;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.edit.Edit;
import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.graph.edit.ZeroChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In what the network that runs, and how it is fed, differ from what was opened. Immutable.
 *
 * @param scales by block name, only blocks of which a branch is scaled
 * @param swaps in the order in which they were made
 * @param zeroed channels, each once
 * @param input how pictures are fed to it
 */
public record Changes(
    Map<String, Scales> scales,
    List<SwapBlocks> swaps,
    List<ZeroChannel> zeroed,
    InputChoice input) {
  public static final Changes NONE =
      new Changes(Map.of(), List.of(), List.of(), InputChoice.AS_OPENED);

  public Changes {
    scales = Map.copyOf(scales);
    swaps = List.copyOf(swaps);
    zeroed = List.copyOf(zeroed);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  public Scales scalesOf(String block) {
    return scales.getOrDefault(block, Scales.UNCHANGED);
  }

  public Changes scaled(String block, Scales wanted) {
    Map<String, Scales> others = new LinkedHashMap<>(scales);
    if (wanted.equals(Scales.UNCHANGED)) {
      others.remove(block);
    } else {
      others.put(block, wanted);
    }
    return new Changes(others, swaps, zeroed, input);
  }

  /** Swaps two blocks; a swap that was the last one is taken back. */
  public Changes swapped(SwapBlocks swap) {
    boolean back = !swaps.isEmpty() && swaps.get(swaps.size() - 1).equals(swap);
    return new Changes(
        scales, back ? swaps.subList(0, swaps.size() - 1) : with(swaps, swap), zeroed, input);
  }

  /** Zeroes a channel, or takes that back. */
  public Changes toggled(ZeroChannel channel) {
    return new Changes(
        scales,
        swaps,
        zeroed.contains(channel)
            ? zeroed.stream().filter(z -> !z.equals(channel)).toList()
            : with(zeroed, channel),
        input);
  }

  /** With pictures that are fed in another way. */
  public Changes fed(InputChoice wanted) {
    return new Changes(scales, swaps, zeroed, wanted);
  }

  /** Whether the network itself is the one that was opened, however pictures are fed to it. */
  public boolean leaveNetwork() {
    return fed(InputChoice.AS_OPENED).isEmpty();
  }

  private static <T> List<T> with(List<T> list, T added) {
    List<T> longer = new ArrayList<>(list);
    longer.add(added);
    return longer;
  }

  /** The changes that are more than a number: they need a graph of their own. */
  public List<Edit> structural() {
    List<Edit> edits = new ArrayList<>(swaps);
    edits.addAll(zeroed);
    return edits;
  }

  /** The value that is read instead of this one while channels of it are zero. */
  public String read(String value) {
    return zeroed.stream()
        .filter(z -> z.value().equals(value))
        .findFirst()
        .map(ZeroChannel::maskedValue)
        .orElse(value);
  }

  /** Whether something of this block itself was changed. */
  public boolean concerns(ResidualBlock block) {
    String name = block.name();
    return scales.containsKey(name)
        || swaps.stream().anyMatch(s -> s.first().equals(name) || s.second().equals(name))
        || zeroed.stream().anyMatch(z -> z.value().equals(block.output()));
  }
}
