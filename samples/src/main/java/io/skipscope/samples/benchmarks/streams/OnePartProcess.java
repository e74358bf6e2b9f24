package io.skipscope.samples.benchmarks.streams;

import io.skipscope.run.multi.Span;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A process with one device that waits, and runs a stream whenever it is told to: {@code
 * OnePartProcess MODEL DEVICE}. It reads a number of frames a line, and answers each with the time
 * when the first began and those when each ended.
 */
final class OnePartProcess {
  static final String READY = "ready";

  private OnePartProcess() {}

  public static void main(String[] args) throws IOException {
    List<PlanKind> plans = List.of(PlanKind.SINGLE);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (PartStream stream = PartStream.open(args[0], List.of(args[1]), plans)) {
      System.out.println(READY);
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        Schedule schedule = stream.schedule(PlanKind.SINGLE, Integer.parseInt(order));
        System.out.println(times(stream.run(schedule)));
      }
    }
    System.exit(0);
  }

  private static String times(StreamResult result) {
    long start = result.spans().stream().mapToLong(Span::startNanos).min().orElseThrow();
    LongStream ends =
        result.spans().stream().mapToLong(span -> span.startNanos() + span.elapsedNanos()).sorted();
    return LongStream.concat(LongStream.of(start), ends)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }
}
