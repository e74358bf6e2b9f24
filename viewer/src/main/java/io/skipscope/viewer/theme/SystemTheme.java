package io.skipscope.viewer.theme;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks the desktop whether its windows are dark, which Java itself does not know. */
public final class SystemTheme {
  private static final int PATIENCE_SECONDS = 2;

  /**
   * A program that says it.
   *
   * @param dark what is in its answer where windows are dark
   */
  record Question(List<String> program, String dark) {
    Question(String dark, String... program) {
      this(List.of(program), dark);
    }
  }

  private SystemTheme() {}

  /**
   * Whether windows are dark; not, where the desktop does not say. Asked on a thread of its own.
   */
  public static CompletableFuture<Boolean> ask() {
    List<Question> questions =
        questions(System.getProperty("os.name"), System.getenv("DBUS_SESSION_BUS_ADDRESS") != null);
    return CompletableFuture.supplyAsync(
        () -> questions.stream().anyMatch(SystemTheme::isAnsweredWithYes));
  }

  /**
   * @param bus whether there is a message bus, without which Linux would start one
   */
  static List<Question> questions(String system, boolean bus) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
      return List.of(new Question("0x0", "reg", "query", key, "/v", "AppsUseLightTheme"));
    }
    if (name.startsWith("mac")) {
      return List.of(new Question("Dark", "defaults", "read", "-g", "AppleInterfaceStyle"));
    }
    return bus ? List.of(portal(), gnome()) : List.of();
  }

  /** Answers {@code (<<uint32 1>>,)} for dark, 2 for light, 0 for neither. */
  private static Question portal() {
    return new Question(
        "uint32 1>",
        "gdbus",
        "call",
        "--session",
        "--dest=org.freedesktop.portal.Desktop",
        "--object-path=/org/freedesktop/portal/desktop",
        "--method=org.freedesktop.portal.Settings.Read",
        "org.freedesktop.appearance",
        "color-scheme");
  }

  private static Question gnome() {
    return new Question(
        "prefer-dark", "gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
  }

  static boolean isAnsweredWithYes(Question question) {
    Process process = null;
    try {
      process =
          new ProcessBuilder(question.program())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        return false;
      }
      byte[] answer = process.getInputStream().readAllBytes();
      return new String(answer, Charset.defaultCharset()).contains(question.dark());
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      if (process != null) {
        process.destroy();
      }
    }
  }
}
