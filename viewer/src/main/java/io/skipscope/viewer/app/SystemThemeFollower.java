package io.skipscope.viewer.app;

import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ThemeMode;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.theme.SystemTheme;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Keeps the look as the system has it, where that is wanted: asks when that is chosen and whenever
 * the window comes to the front, for the system's settings are changed in another window.
 */
final class SystemThemeFollower {
  private final StateStore store;
  private final Supplier<CompletableFuture<Boolean>> question;
  private final Executor eventThread;

  /**
   * @param question whether the system is dark
   */
  SystemThemeFollower(
      StateStore store, Supplier<CompletableFuture<Boolean>> question, Executor eventThread) {
    this.store = store;
    this.question = question;
    this.eventThread = eventThread;
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.THEME)) {
            ask();
          }
        });
  }

  static SystemThemeFollower of(StateStore store) {
    return new SystemThemeFollower(store, SystemTheme::ask, EventQueue::invokeLater);
  }

  void watch(Window window) {
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowActivated(WindowEvent event) {
            ask();
          }
        });
  }

  private void ask() {
    if (store.state().look().mode() == ThemeMode.SYSTEM) {
      question.get().thenAcceptAsync(this::follow, eventThread);
    }
  }

  private void follow(boolean dark) {
    store.update(s -> s.with().look(s.look().withSystemDark(dark)).build());
  }
}
