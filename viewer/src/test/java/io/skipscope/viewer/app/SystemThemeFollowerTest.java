package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.state.Look;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ThemeMode;
import io.skipscope.viewer.state.ViewerState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SystemThemeFollowerTest {
  private final StateStore store = new StateStore(ViewerState.INITIAL);
  private final AtomicInteger asked = new AtomicInteger();

  private void follow(boolean dark) {
    new SystemThemeFollower(
        store,
        () -> {
          asked.incrementAndGet();
          return CompletableFuture.completedFuture(dark);
        },
        Runnable::run);
  }

  private void choose(ThemeMode mode) {
    store.update(s -> s.with().look(s.look().withMode(mode)).build());
  }

  @Test
  void theWindowIsAsTheSystemIs() {
    follow(true);
    assertTrue(store.state().dark());
  }

  @Test
  void whoeverChoosesAThemeKeepsItAndTheSystemIsNotAsked() {
    choose(ThemeMode.LIGHT);
    follow(true);
    assertFalse(store.state().dark());
    assertEquals(0, asked.get());
    choose(ThemeMode.SYSTEM);
    assertTrue(store.state().dark());
  }

  @Test
  void flippingLeavesTheSystemsTheme() {
    Look dark = new Look(ThemeMode.SYSTEM, Look.INITIAL.accent(), true);
    assertEquals(ThemeMode.LIGHT, dark.flipped().mode());
    assertEquals(ThemeMode.DARK, dark.withSystemDark(false).flipped().mode());
  }
}
