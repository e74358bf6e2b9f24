package io.skipscope.viewer.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.theme.SystemTheme.Question;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemThemeTest {
  @Test
  void everySystemIsAskedInItsOwnWay() {
    assertEquals("reg", SystemTheme.questions("Windows 11", false).get(0).program().get(0));
    assertEquals("defaults", SystemTheme.questions("Mac OS X", false).get(0).program().get(0));
    assertEquals("gdbus", SystemTheme.questions("Linux", true).get(0).program().get(0));
    assertEquals(List.of(), SystemTheme.questions("Linux", false));
  }

  @Test
  void theAnswerIsWhatTheProgramPrints() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String version = System.getProperty("java.version");
    assertTrue(SystemTheme.isAnsweredWithYes(new Question(version, java, "--version")));
    assertFalse(SystemTheme.isAnsweredWithYes(new Question("no such words", java, "--version")));
    assertFalse(SystemTheme.isAnsweredWithYes(new Question("", java, "--no-such-option")));
  }

  @Test
  void aProgramThatIsMissingMeansLight() {
    assertFalse(SystemTheme.isAnsweredWithYes(new Question("", "no-such-program")));
  }
}
