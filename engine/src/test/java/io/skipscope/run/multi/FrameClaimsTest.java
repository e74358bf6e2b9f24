package io.skipscope.run.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameClaimsTest {
  private static final int FRAMES = 60;

  @Test
  void whateverTheOrderEachFrameIsTakenOnce() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[] predicted = {1 + random.nextInt(50), 1 + random.nextInt(50), 1 + random.nextInt(50)};
      double[] actual = {1 + random.nextInt(50), 1 + random.nextInt(50), 1 + random.nextInt(50)};
      List<Integer> taken = new Race(claims(Goal.THROUGHPUT, predicted), actual).taken;
      assertEquals(IntStream.range(0, FRAMES).boxed().toList(), taken, "seed " + seed);
    }
  }

  @Test
  void equalsEndTogetherWithHalfOfTheFramesEach() {
    Race race = new Race(claims(Goal.THROUGHPUT, 10, 10), 10, 10);
    assertEquals(List.of(30, 30), race.counts());
  }

  @Test
  void aPartThatIsSlowerThanPredictedDoesFewerFramesThanPlanned() {
    Race race = new Race(claims(Goal.THROUGHPUT, 10, 10), 10, 15);
    assertTrue(Math.abs(race.endMillis[0] - race.endMillis[1]) <= 15, race.toString());
    assertTrue(race.endMillis[1] < 30 * 15, race.toString());
  }

  @Test
  void aPartThatTheOthersWouldOvertakeTakesNone() {
    assertEquals(List.of(60, 0), new Race(claims(Goal.THROUGHPUT, 1, 100), 1, 100).counts());
  }

  @Test
  void onePartAloneTakesAll() {
    assertEquals(List.of(60), new Race(claims(Goal.THROUGHPUT, 10), 10).counts());
  }

  @Test
  void oneFrameAtATimeFollowsThePlannedShares() {
    FrameClaims claims = claims(Goal.LATENCY, 10, 10);
    for (int frame = 0; frame < FRAMES / 2; frame++) {
      assertEquals(OptionalInt.of(frame), claims.take(0));
      claims.done(0);
    }
    assertEquals(OptionalInt.empty(), claims.take(0));
    assertEquals(OptionalInt.of(FRAMES / 2), claims.take(1));
  }

  private static FrameClaims claims(Goal goal, double... millis) {
    List<Part> parts = new ArrayList<>();
    for (int part = 0; part < millis.length; part++) {
      parts.add(new Part("part " + part, 0, 1, FRAMES / millis.length, millis[part]));
    }
    Schedule schedule = new Schedule(PlanKind.BATCH, goal, parts, 1);
    return new FrameClaims(schedule, IntStream.range(0, FRAMES).boxed().toList());
  }

  /** Parts that take each frame while they compute the one before. */
  private static final class Race {
    private final double[] endMillis;
    private final int[] begun;
    private final int[] done;
    private final boolean[] refused;
    private final List<Integer> taken = new ArrayList<>();

    Race(FrameClaims claims, double... millis) {
      endMillis = new double[millis.length];
      begun = new int[millis.length];
      done = new int[millis.length];
      refused = new boolean[millis.length];
      for (int ahead = 0; ahead < PartFrames.MOST_BEGUN; ahead++) {
        for (int part = 0; part < millis.length; part++) {
          take(claims, part);
        }
      }
      for (int part = next(millis); part >= 0; part = next(millis)) {
        endMillis[part] += millis[part];
        done[part]++;
        claims.done(part);
        take(claims, part);
      }
    }

    private void take(FrameClaims claims, int part) {
      if (refused[part]) {
        return;
      }
      OptionalInt frame = claims.take(part);
      refused[part] = frame.isEmpty();
      frame.ifPresent(
          index -> {
            taken.add(index);
            begun[part]++;
          });
    }

    /** The part whose frame ends first, or -1. */
    private int next(double[] millis) {
      return IntStream.range(0, millis.length)
          .filter(part -> done[part] < begun[part])
          .boxed()
          .min(Comparator.comparingDouble(part -> endMillis[part] + millis[part]))
          .orElse(-1);
    }

    List<Integer> counts() {
      return IntStream.of(done).boxed().toList();
    }

    @Override
    public String toString() {
      return counts() + " frames, " + Arrays.toString(endMillis) + " ms";
    }
  }
}
