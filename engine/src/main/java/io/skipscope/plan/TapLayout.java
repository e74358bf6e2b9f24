package io.skipscope.plan;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where copies of tapped values and their statistics lie in the one buffer that a run shares with
 * the host, so that nobody has to copy them once more.
 *
 * @param slots by the copy's name; empty if nothing is shared
 * @param sizeBytes of the buffer
 */
public record TapLayout(Map<String, Slot> slots, long sizeBytes) {
  /** What {@link java.nio.ByteBuffer} can address, with room to spare. */
  private static final long LARGEST_BYTES = 1 << 30;

  private static final TapLayout NONE = new TapLayout(Map.of(), 0);

  public TapLayout {
    slots = Map.copyOf(slots);
  }

  /**
   * One behind the other; nothing if they do not fit a buffer.
   *
   * @param sizesBytes by name
   * @param alignBytes multiple for every offset
   * @param maxAllocBytes the largest buffer of the device
   */
  static TapLayout of(Map<String, Long> sizesBytes, int alignBytes, long maxAllocBytes) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, Long> copy : sizesBytes.entrySet()) {
      long begin = (end + alignBytes - 1) / alignBytes * alignBytes;
      slots.put(copy.getKey(), new Slot(0, begin, copy.getValue()));
      end = begin + copy.getValue();
    }
    return end > Math.min(LARGEST_BYTES, maxAllocBytes) ? NONE : new TapLayout(slots, end);
  }

  /** Whether a launch has a copy among its buffers. */
  public boolean isWrittenBy(Launch launch) {
    return launch instanceof KernelLaunch kernel
        && kernel.args().stream()
            .anyMatch(arg -> arg instanceof Arg.Buffer named && slots.containsKey(named.value()));
  }
}
