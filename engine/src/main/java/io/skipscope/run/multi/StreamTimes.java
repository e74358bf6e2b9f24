package io.skipscope.run.multi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the frames of a stream take of a device.
 *
 * @param startMillis by how much the first takes longer than the others; 0 if it does not
 * @param frameMillis one of the others, their mean, because a stream waits for the slow ones too
 */
record StreamTimes(double startMillis, double frameMillis) {
  private static final int STREAMS = 3;

  /** The medians of some streams, which all devices begin together. */
  static Map<DeviceWorker, StreamTimes> measure(SideBySide all, FrameProbe frames) {
    Map<DeviceWorker, List<StreamTimes>> runs = new LinkedHashMap<>();
    for (int run = 0; run < STREAMS; run++) {
      once(all, frames)
          .forEach(
              (worker, times) ->
                  runs.computeIfAbsent(worker, first -> new ArrayList<>()).add(times));
    }
    Map<DeviceWorker, StreamTimes> medians = new LinkedHashMap<>();
    runs.forEach((worker, times) -> medians.put(worker, median(times)));
    return medians;
  }

  private static Map<DeviceWorker, StreamTimes> once(SideBySide all, FrameProbe frames) {
    long ordered = System.nanoTime();
    return all.measure(worker -> frames.stream(worker, ordered));
  }

  /** One stream of each device, in their order, which all begin together. */
  static List<StreamTimes> now(SideBySide all, FrameProbe frames) {
    return List.copyOf(once(all, frames).values());
  }

  /** Likewise, of one device. */
  static StreamTimes measure(DeviceWorker worker, FrameProbe frames) {
    List<StreamTimes> runs = new ArrayList<>();
    for (int run = 0; run < STREAMS; run++) {
      runs.add(now(worker, frames));
    }
    return median(runs);
  }

  /** One stream of one device. */
  static StreamTimes now(DeviceWorker worker, FrameProbe frames) {
    long ordered = System.nanoTime();
    return worker.call(() -> frames.stream(worker, ordered));
  }

  private static StreamTimes median(List<StreamTimes> runs) {
    return new StreamTimes(
        median(runs, StreamTimes::startMillis), median(runs, StreamTimes::frameMillis));
  }

  private static double median(List<StreamTimes> runs, ToDoubleFunction<StreamTimes> number) {
    return Median.of(runs.stream().mapToDouble(number).toArray());
  }
}
