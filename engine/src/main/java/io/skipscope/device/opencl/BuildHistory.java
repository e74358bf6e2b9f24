package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.kernels.KernelSources;
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
 *
 * <p>The file has, for each launch, the hash of its kernel's source, then the launch as {@link
 * LaunchStream} writes it. A launch whose source is another one by now is left out, since its
 * arguments may be wrong for it.
 */
final class BuildHistory {
  /** Changes with what the file has, so that a file of another version is not found. */
  private static final String FORMAT = "launches, 1";

  /** More than the kernels of one plan; later plans of a long session are not what comes first. */
  private static final int MOST_LAUNCHES = 64;

  private final ProgramStore store;
  private final Path file;
  private final byte[] earlier;
  private final List<KernelLaunch> built = new ArrayList<>();

  /**
   * @param purpose such as a command and the name of a model
   */
  BuildHistory(ProgramStore store, DeviceInfo device, String purpose) {
    this.store = store;
    file = store.file(device, FORMAT, purpose);
    earlier = store.read(file).orElse(new byte[0]);
  }

  /** The launches of the last time that can be built, in their order; none at the first. */
  List<KernelLaunch> launches() {
    List<KernelLaunch> launches = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(earlier))) {
      while (in.available() > 0) {
        int source = in.readInt();
        KernelLaunch launch = LaunchStream.read(in);
        if (KernelSources.exists(launch.kernel().source()) && source == sourceHash(launch)) {
          launches.add(launch);
        }
      }
    } catch (IOException e) {
      store.ignored(file, "it ends too early");
    }
    return launches;
  }

  private static int sourceHash(KernelLaunch launch) {
    return KernelSources.read(launch.kernel().source()).text().hashCode();
  }

  /** Notes what was asked for this time and built; any thread. */
  synchronized void built(KernelLaunch launch) {
    if (built.size() < MOST_LAUNCHES) {
      built.add(launch);
    }
  }

  /** Keeps what was built, if it was not the same the last time. */
  synchronized void keep() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (KernelLaunch launch : built) {
        out.writeInt(sourceHash(launch));
        LaunchStream.write(out, launch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!built.isEmpty() && !Arrays.equals(earlier, bytes.toByteArray())) {
      store.write(file, bytes.toByteArray());
    }
  }
}
