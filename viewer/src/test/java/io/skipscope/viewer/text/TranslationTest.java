package io.skipscope.viewer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.state.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Chinese words stand beside the English ones, key by key. */
class TranslationTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** What is the same in every language: formulas, names, what is typed. */
  private static final Pattern UNTRANSLATED =
      Pattern.compile(
          "\\P{L}*((F|s|x|y|relu|std|dead|BN|act|MB|Skipscope|Viridis|Magma|Cividis"
              + "|English|ResNet|CIFAR)(?!\\p{L})\\P{L}*)*");

  private final Map<String, String> english = read("viewer.properties");
  private final Map<String, String> chinese = read("viewer_zh.properties");

  @AfterEach
  void backToEnglish() {
    Text.use(Locale.ENGLISH);
  }

  private static Map<String, String> read(String name) {
    Properties all = new Properties();
    try (InputStream in = Text.class.getResourceAsStream("/io/skipscope/viewer/" + name)) {
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> sorted = new TreeMap<>();
    all.forEach((key, text) -> sorted.put((String) key, (String) text));
    return sorted;
  }

  @Test
  void everyTextIsTranslated() {
    Set<String> own = new TreeSet<>(chinese.keySet());
    own.removeIf(key -> key.startsWith("engine."));
    assertEquals(english.keySet(), own);
    chinese.forEach(
        (key, text) ->
            assertTrue(
                HAN.matcher(text).find() || UNTRANSLATED.matcher(text).matches(),
                key + " is not Chinese: " + text));
  }

  @Test
  void translationsHaveTheSamePlaceholders() {
    english.forEach(
        (key, text) -> assertEquals(placeholders(text), placeholders(chinese.get(key)), key));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noTextHasAnApostropheWhichFormatsWouldSwallow() {
    english.forEach((key, text) -> assertFalse(text.contains("'"), key));
    chinese.forEach((key, text) -> assertFalse(text.contains("'"), key));
  }

  @Test
  void theLocaleChoosesTheLanguage() {
    Text.use(Locale.SIMPLIFIED_CHINESE);
    assertEquals("通道 12", Text.of("card.channel", 12));
    assertEquals("zh", Text.locale().getLanguage());
    Text.use(Locale.FRENCH);
    assertEquals("Channel 12", Text.of("card.channel", 12));
    assertEquals(Locale.ENGLISH, Text.locale());
  }

  @Test
  void englishIsEnglishOnAChineseSystemToo() {
    Locale system = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      Text.use(Locale.ENGLISH);
      assertEquals("Channel 12", Text.of("card.channel", 12));
      Text.use(Language.SYSTEM.locale());
      assertNotEquals("Channel 12", Text.of("card.channel", 12));
    } finally {
      Locale.setDefault(system);
    }
  }
}
