package io.skipscope.measure;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells whether Java still compiles what runs, which takes cores from devices that are processors.
 */
final class JavaCompiler {
  /** Of the time that passes; below, what is left to compile is hardly ever run. */
  private static final double LITTLE = 0.05;

  private final LongSupplier millis;

  JavaCompiler() {
    this(JavaCompiler::millis);
  }

  /**
   * @param millis how long it has compiled by then, in milliseconds
   */
  JavaCompiler(LongSupplier millis) {
    this.millis = millis;
  }

  /** Whether it compiles for more than {@link #LITTLE} of the time that some work takes. */
  boolean disturbs(Runnable work) {
    long start = System.nanoTime();
    long before = millis.getAsLong();
    work.run();
    return (millis.getAsLong() - before) * 1e6 > LITTLE * (System.nanoTime() - start);
  }

  /** Since Java started, of all threads that compile; 0 where it does not say. */
  private static long millis() {
    return Optional.ofNullable(ManagementFactory.getCompilationMXBean())
        .filter(CompilationMXBean::isCompilationTimeMonitoringSupported)
        .map(CompilationMXBean::getTotalCompilationTime)
        .orElse(0L);
  }
}
