package io.skipscope.run.multi;

import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.Tensor;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What a stream of frames passes through, and where it ends.
 *
 * @param workers by device id, each with the networks of its parts loaded in their order
 * @param input the first input of a frame by its index; called on devices' threads
 * @param deliveries gets the frames that it misses
 */
record Passage(
    Chain chain,
    Schedule schedule,
    Map<String, DeviceWorker> workers,
    IntFunction<Tensor> input,
    Deliveries deliveries) {}
