package io.skipscope.viewer.render;

import io.skipscope.viewer.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What the card says of F beside its shortcut, a line for each number. */
final class BranchWords {
  private BranchWords() {}

  /** Of the whole block. */
  static List<String> ofBlock(BranchNumbers numbers) {
    List<String> lines = lines(numbers, numbers.whole());
    if (numbers.isActivated()) {
      lines.add(Text.of("card.dead", numbers.deadChannels(), numbers.channels().size()));
    }
    return lines;
  }

  /**
   * Of one channel.
   *
   * @return empty where the sum has no such channel
   */
  static List<String> ofChannel(BranchNumbers numbers, int channel) {
    if (channel >= numbers.channels().size()) {
      return List.of();
    }
    BranchNumbers.Of one = numbers.channels().get(channel);
    List<String> lines = lines(numbers, one);
    if (numbers.isActivated() && one.dead()) {
      lines.add(Text.of("card.dead.one"));
    }
    return lines;
  }

  private static List<String> lines(BranchNumbers numbers, BranchNumbers.Of of) {
    List<String> lines = new ArrayList<>();
    if (!Double.isNaN(of.share())) {
      lines.add(Text.of("card.share", Numbers.percent(of.share())));
    }
    if (!Double.isNaN(of.cosine())) {
      lines.add(Text.of("card.cosine", Numbers.value(of.cosine())));
    }
    String key = numbers.isActivated() ? "card.switched" : "card.switched.sign";
    lines.add(Text.of(key, Numbers.percent(of.switched())));
    return lines;
  }
}
