package io.skipscope.device;

import io.skipscope.tensor.DataType;
import java.nio.FloatBuffer;
import java.util.function.Function;

/**
 * Does submitted work in order. Belongs to the thread that opened it.
 *
 * <p>Every method throws {@link io.skipscope.error.DeviceException} when the device refuses.
 */
public interface Queue extends AutoCloseable {
  /** Enqueues a launch; what it names is looked up in {@code bindings} at once. */
  Event submit(Launch launch, Bindings bindings);

  /**
   * Builds a launch's kernel and binds the buffers that it names, so that submitting costs little.
   *
   * @param buffers the buffer of a value by its name, never null
   */
  PreparedLaunch prepare(Launch launch, Function<String, DeviceBuffer> buffers);

  /**
   * Copies all remaining floats of {@code source} to the start of {@code target}, behind all work
   * before. The source is free again at once; the copy may still be under way.
   */
  default void write(DeviceBuffer target, FloatBuffer source) {
    write(target, source, DataType.FLOAT32);
  }

  /**
   * Likewise for a buffer whose numbers are of another type, FLOAT16, to which they are rounded.
   */
  void write(DeviceBuffer target, FloatBuffer source, DataType type);

  /** Fills {@code target} from the start of {@code source}; waits, and so for all work before. */
  default void read(DeviceBuffer source, FloatBuffer target) {
    read(source, target, DataType.FLOAT32);
  }

  /** Likewise from a buffer whose numbers are of another type, FLOAT16. */
  void read(DeviceBuffer source, FloatBuffer target, DataType type);

  /**
   * Begins to fill {@code target} from the start of {@code source}, behind all work before, and
   * lets the device begin with that work. Devices that cannot do so meanwhile {@link #read}.
   *
   * @param target all remaining floats; they are there when the download has been awaited
   */
  default Download download(DeviceBuffer source, FloatBuffer target, DataType type) {
    read(source, target, type);
    return Download.DONE;
  }

  /** Waits until all submitted work is done. */
  void finish();

  /** Waits, then releases; twice is harmless. */
  @Override
  void close();
}
