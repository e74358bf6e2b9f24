package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JavaCompilerTest {
  private static final long WORK_MILLIS = 20;

  private final AtomicLong compiledMillis = new AtomicLong(1000);
  private final JavaCompiler compiler = new JavaCompiler(compiledMillis::get);

  @Test
  void compilingAsLongAsTheWorkTakesDisturbsIt() {
    assertTrue(compiler.disturbs(() -> work(1_000)));
  }

  @Test
  void whatWasCompiledBeforeDisturbsNothing() {
    assertFalse(compiler.disturbs(() -> work(0)));
  }

  private void work(long compiled) {
    sleep(WORK_MILLIS);
    compiledMillis.addAndGet(compiled);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
