package io.skipscope.run;

import io.skipscope.device.Bindings;
import io.skipscope.device.DeviceBuffer;
import java.util.Map;

/** Buffers by name, and no factors. */
record NamedBuffers(Map<String, DeviceBuffer> buffers) implements Bindings {
  @Override
  public DeviceBuffer buffer(String value) {
    return buffers.get(value);
  }

  @Override
  public float factor(String name) {
    return 1;
  }
}
