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
      all.measure(worker -> frames.stream(worker))
          .forEach(
              (worker, times) ->
                  runs.computeIfAbsent(worker, first -> new ArrayList<>()).add(times));
    }
    Map<DeviceWorker, StreamTimes> medians = new LinkedHashMap<>();
    runs.forEach((worker, times) -> medians.put(worker, median(times)));
    return medians;
  }

  private static StreamTimes median(List<StreamTimes> runs) {
    return new StreamTimes(
        median(runs, StreamTimes::startMillis), median(runs, StreamTimes::frameMillis));
  }

  private static double median(List<StreamTimes> runs, ToDoubleFunction<StreamTimes> number) {
    return Median.of(runs.stream().mapToDouble(number).toArray());
  }
}
