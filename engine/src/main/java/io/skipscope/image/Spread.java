package io.skipscope.image;

import java.util.List;
import java.util.stream.IntStream;

/** Takes some of many. */
final class Spread {
  private Spread() {}

  /** As many, evenly spread over all; all of them if there are no more. */
  static <T> List<T> over(List<T> all, int count) {
    if (count >= all.size()) {
      return all;
    }
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }
}
