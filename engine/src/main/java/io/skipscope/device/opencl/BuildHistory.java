package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a device was made ready for when it last served a purpose, kept in a file. A guess at what
 * it will be asked for, and no more than that.
 */
final class BuildHistory {
  /** More than the kernels of one plan; later plans of a long session are not what comes first. */
  private static final int MOST_LAUNCHES = 64;

  private final ProgramStore store;
  private final Path file;
  private final byte[] earlier;
  private final List<KernelLaunch> asked = new ArrayList<>();

  /**
   * @param purpose such as a command and the name of a model
   */
  BuildHistory(ProgramStore store, DeviceInfo device, String purpose) {
    this.store = store;
    file = store.file(device, "launches", purpose);
    earlier = store.read(file).orElse(new byte[0]);
  }

  /** The launches of the last time, in their order; none at the first. */
  List<KernelLaunch> launches() {
    List<KernelLaunch> launches = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(earlier))) {
      while (in.available() > 0) {
        launches.add(LaunchStream.read(in));
      }
    } catch (IOException e) {
      store.ignored(file, "it is of another version");
    }
    return launches;
  }

  /** Notes what was asked for this time; any thread. */
  synchronized void asked(KernelLaunch launch) {
    if (asked.size() < MOST_LAUNCHES) {
      asked.add(launch);
    }
  }

  /** Keeps what was asked for, if it was not the same the last time. */
  synchronized void keep() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (KernelLaunch launch : asked) {
        LaunchStream.write(out, launch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!asked.isEmpty() && !Arrays.equals(earlier, bytes.toByteArray())) {
      store.write(file, bytes.toByteArray());
    }
  }
}
