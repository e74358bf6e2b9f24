package io.skipscope.run.multi;

import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.Schedule;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.Queue;

/**
 * The frames of a stream that no part has taken yet. Any thread.
 *
 * <p>For throughput, parts that work side by side take frames as they go, whatever their planned
 * shares, because clocks wander; only a part that others would overtake takes none. For latency
 * each does its planned share: with one frame under way, whoever is free would take the next.
 */
final class FrameClaims {
  private final Schedule schedule;
  private final Queue<Integer> frames;
  private final int[] taken;
  private final int[] underWay;
  private final boolean[] ended;

  /**
   * @param frames in the order in which they are taken
   */
  FrameClaims(Schedule schedule, Collection<Integer> frames) {
    this.schedule = schedule;
    this.frames = new ArrayDeque<>(frames);
    taken = new int[schedule.parts().size()];
    underWay = new int[schedule.parts().size()];
    ended = new boolean[schedule.parts().size()];
  }

  /** The next frame for a part; none ends its work. */
  synchronized OptionalInt take(int part) {
    if (frames.isEmpty() || !mayTake(part)) {
      ended[part] = true;
      return OptionalInt.empty();
    }
    taken[part]++;
    underWay[part]++;
    return OptionalInt.of(frames.remove());
  }

  /** A part is done with a frame that it has taken. */
  synchronized void done(int part) {
    underWay[part]--;
  }

  private boolean mayTake(int part) {
    Part taker = schedule.parts().get(part);
    if (schedule.goal() == Goal.LATENCY) {
      return taken[part] < taker.frames();
    }
    double ownMillis = (underWay[part] + 1) * taker.millis();
    return ownMillis <= othersMillis(part);
  }

  /** What the other parts would need for all that is left; without end if no other takes frames. */
  private double othersMillis(int part) {
    int left = frames.size();
    double framesPerMilli = 0;
    for (int other = 0; other < taken.length; other++) {
      if (other != part && schedule.isEntry(other) && !ended[other]) {
        left += underWay[other];
        framesPerMilli += 1 / schedule.parts().get(other).millis();
      }
    }
    return left / framesPerMilli;
  }
}
