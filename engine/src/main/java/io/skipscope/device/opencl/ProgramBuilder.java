package io.skipscope.device.opencl;

import io.skipscope.device.KernelSpec;
import io.skipscope.error.DeviceException;
import io.skipscope.kernels.KernelSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Builds programs: from a binary of an earlier start where one fits, else from source. Any thread.
 */
final class ProgramBuilder {
  private final OpenClDevice device;
  private final ProgramStore store;

  /**
   * @param store null where the driver itself remembers what it has built
   */
  ProgramBuilder(OpenClDevice device, ProgramStore store) {
    this.device = device;
    this.store = store;
  }

  /**
   * @param spec one of the program's kernels, which a binary must have to be taken
   * @throws DeviceException if the source does not build
   */
  OpenClProgram build(KernelSource source, KernelSpec spec) {
    String options = spec.buildOptions();
    if (store == null) {
      return OpenClProgram.build(device, source, options);
    }
    Path file = store.file(device.info(), options, source.text());
    return fromBinary(file, spec).orElseGet(() -> fromSource(file, source, options));
  }

  private Optional<OpenClProgram> fromBinary(Path file, KernelSpec spec) {
    Optional<byte[]> binary = store.read(file);
    if (binary.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OpenClProgram.ofBinary(device, binary.get(), spec));
    } catch (ClException e) {
      store.ignored(file, "the driver does not take it (" + e.getMessage() + ")");
      return Optional.empty();
    }
  }

  private OpenClProgram fromSource(Path file, KernelSource source, String options) {
    OpenClProgram program = OpenClProgram.build(device, source, options);
    try {
      byte[] binary = program.binary();
      if (binary.length > 0) {
        store.write(file, binary);
      }
    } catch (ClException e) {
      store.notKept(e);
    }
    return program;
  }
}
