package io.skipscope.device.opencl;

import io.skipscope.device.KernelSpec;
import io.skipscope.device.opencl.DriverTraits.Kept;
import io.skipscope.error.DeviceException;
import io.skipscope.kernels.KernelSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Builds programs: from what an earlier start has kept where that fits, else from source. Any
 * thread.
 */
final class ProgramBuilder {
  private final OpenClDevice device;
  private final ProgramStore store;

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
    if (kept() == Kept.NOTHING) {
      return OpenClProgram.build(device, source, options);
    }
    Path file = store.file(device.info(), options, source.text());
    return fromBinary(file, spec)
        .or(() -> throughBitcode(file, source, spec))
        .orElseGet(() -> fromSource(file, source, options));
  }

  /** Parts that work together would need one binary each. */
  private Kept kept() {
    return device.members().size() > 1 ? Kept.NOTHING : device.traits().kept();
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

  /**
   * The driver remembers kernels by the bitcode that they were compiled from, so they are compiled
   * from what is kept the first time too. Empty if the source has errors, or nothing can be kept.
   */
  private Optional<OpenClProgram> throughBitcode(Path file, KernelSource source, KernelSpec spec) {
    if (kept() != Kept.BITCODE || !store.isWritable()) {
      return Optional.empty();
    }
    return bitcode(source, spec.buildOptions())
        .filter(bitcode -> store.write(file, bitcode))
        .flatMap(bitcode -> fromBinary(file, spec));
  }

  private Optional<byte[]> bitcode(KernelSource source, String options) {
    try {
      Optional<byte[]> bitcode = OpenClProgram.bitcode(device, source, options);
      if (bitcode.isEmpty()) {
        store.notKept("the driver gives no bitcode");
      }
      return bitcode;
    } catch (ClException e) {
      if (e.code() != ClStatus.COMPILE_PROGRAM_FAILURE) {
        store.notKept(e.getMessage());
      }
      return Optional.empty();
    }
  }

  private OpenClProgram fromSource(Path file, KernelSource source, String options) {
    OpenClProgram program = OpenClProgram.build(device, source, options);
    if (kept() == Kept.BINARY) {
      keepBinary(file, program);
    }
    return program;
  }

  private void keepBinary(Path file, OpenClProgram program) {
    try {
      byte[] binary = program.binary();
      if (binary.length > 0) {
        store.write(file, binary);
      }
    } catch (ClException e) {
      store.notKept(e.getMessage());
    }
  }
}
