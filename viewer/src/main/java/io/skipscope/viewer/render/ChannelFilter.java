package io.skipscope.viewer.render;

import io.skipscope.tap.ChannelStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which channels the user wants to see: {@code 3 8-15} by number, {@code std>0.5 zero<0.9} by what
 * they hold, {@code dead} for those that hold nothing above zero.
 *
 * <p>Numbers are alternatives; every other condition must hold.
 */
public final class ChannelFilter {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
  private static final Pattern COMPARISON =
      Pattern.compile("(mean|std|min|max|zero|share)([<>])(-?\\d*\\.?\\d+)");

  private final List<int[]> ranges = new ArrayList<>();
  private final List<IntPredicate> conditions = new ArrayList<>();
  private final ChannelStats stats;
  private final float[] shares;

  private final IntPredicate dead;

  private ChannelFilter(ChannelStats stats, float[] shares, IntPredicate dead) {
    this.stats = stats;
    this.shares = shares;
    this.dead = dead;
  }

  /**
   * @param shares one per channel; NaN where there is none, which meets no condition
   * @param dead which channels the word {@code dead} shows
   * @return empty if the text is not understood
   */
  static Optional<ChannelFilter> parse(
      String text, ChannelStats stats, float[] shares, IntPredicate dead) {
    ChannelFilter filter = new ChannelFilter(stats, shares, dead);
    String words = text.toLowerCase(Locale.ROOT).replaceAll("\\s*([<>])\\s*", "$1").strip();
    if (words.isEmpty()) {
      return Optional.of(filter);
    }
    for (String word : words.split("[\\s,]+")) {
      if (!filter.add(word)) {
        return Optional.empty();
      }
    }
    return Optional.of(filter);
  }

  /** Which channels hold nothing above zero. */
  static IntPredicate deadIn(ChannelStats stats) {
    return channel -> stats.max()[channel] <= 0;
  }

  private boolean add(String word) {
    Matcher numbers = NUMBERS.matcher(word);
    Matcher comparison = COMPARISON.matcher(word);
    if (word.equals("dead")) {
      conditions.add(dead);
    } else if (numbers.matches()) {
      int first = Integer.parseInt(numbers.group(1));
      int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
      ranges.add(new int[] {first, last});
    } else if (comparison.matches()) {
      float[] figures = figures(comparison.group(1));
      float bound = Float.parseFloat(comparison.group(3));
      boolean below = comparison.group(2).equals("<");
      conditions.add(channel -> below ? figures[channel] < bound : figures[channel] > bound);
    } else {
      return false;
    }
    return true;
  }

  private float[] figures(String name) {
    return switch (name) {
      case "mean" -> stats.mean();
      case "std" -> stats.std();
      case "min" -> stats.min();
      case "max" -> stats.max();
      case "zero" -> stats.zeroShare();
      default -> shares;
    };
  }

  public boolean shows(int channel) {
    boolean numbered =
        ranges.isEmpty() || ranges.stream().anyMatch(r -> r[0] <= channel && channel <= r[1]);
    return numbered && conditions.stream().allMatch(condition -> condition.test(channel));
  }
}
