package io.skipscope.samples.benchmarks.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds.
 *
 * @param heapBytes of live objects, after a collection
 * @param residentBytes in main memory; 0 where the system does not say
 */
record MemoryUse(long heapBytes, long residentBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");

  static MemoryUse now() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return new MemoryUse(runtime.totalMemory() - runtime.freeMemory(), resident());
  }

  private static long resident() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kibibytes -> Long.parseLong(kibibytes) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return "heap " + (heapBytes >> 20) + " MiB, resident " + (residentBytes >> 20) + " MiB";
  }
}
