package io.skipscope.viewer.render;

import io.skipscope.viewer.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What the card says of F beside its shortcut, a line for each number. */
final class BranchWords {
  private BranchWords() {}

  /**
   * A number in words.
   *
   * @param brief in as few as can be
   */
  record Fact(String full, String brief) {
    /** Of the words under a key, the brief ones of which are under {@code KEY.brief}. */
    static Fact of(String key, Object... numbers) {
      return new Fact(Text.of(key, numbers), Text.of(key + ".brief", numbers));
    }
  }

  /** Of the whole block. */
  static List<Fact> ofBlock(BranchNumbers numbers) {
    List<Fact> facts = facts(numbers, numbers.whole());
    if (numbers.isActivated()) {
      facts.add(Fact.of("card.dead", numbers.deadChannels(), numbers.channels().size()));
    }
    return facts;
  }

  /** Likewise, to be spoken. */
  static List<String> spoken(BranchNumbers numbers) {
    return ofBlock(numbers).stream().map(Fact::full).toList();
  }

  /**
   * Of one channel.
   *
   * @return empty where the sum has no such channel
   */
  static List<Fact> ofChannel(BranchNumbers numbers, int channel) {
    if (channel >= numbers.channels().size()) {
      return List.of();
    }
    BranchNumbers.Of one = numbers.channels().get(channel);
    List<Fact> facts = facts(numbers, one);
    if (numbers.isActivated() && one.dead()) {
      facts.add(Fact.of("card.dead.one"));
    }
    return facts;
  }

  private static List<Fact> facts(BranchNumbers numbers, BranchNumbers.Of of) {
    List<Fact> facts = new ArrayList<>();
    if (!Double.isNaN(of.share())) {
      facts.add(Fact.of("card.share", Numbers.percent(of.share())));
    }
    if (!Double.isNaN(of.cosine())) {
      facts.add(Fact.of("card.cosine", Numbers.value(of.cosine())));
    }
    String key = numbers.isActivated() ? "card.switched" : "card.switched.sign";
    facts.add(Fact.of(key, Numbers.percent(of.switched())));
    return facts;
  }
}
