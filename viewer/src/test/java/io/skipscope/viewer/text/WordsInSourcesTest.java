package io.skipscope.viewer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The window's sources hold no words of their own, and ask only for those that there are. */
class WordsInSourcesTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /**
   * Two words in a row, perhaps with a letter between them, or one that begins as a heading does.
   */
  private static final Pattern WORDS =
      Pattern.compile(".*(\\p{L}{2,} (\\p{L} )?\\p{L}{2,}|^\\P{L}*\\p{Lu}\\p{Ll}{2,}\\P{L}*$).*");

  /** A literal that goes straight to the screen or to a screen reader. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(setText|setTitle|setToolTipText|setAccessibleName|setAccessibleDescription|drawString"
              + "|describe|new JLabel|new JButton|new JToggleButton|new JMenu|new JMenuItem"
              + "|new JCheckBox|new JRadioButton)\\(\\s*\"[^\"]*\\p{L}");

  /**
   * Statements whose words are no text of the window: keys and properties of Swing, names that
   * Eclipse, the engine or an operating system gives, and errors, which are the engine's and
   * English as all of its errors.
   */
  private static final Pattern OTHER =
      Pattern.compile(
          "putClientProperty|KeyStroke|InputException\\(|noDisplay\\(|Exception\\(|LOG\\.log"
              + "|String EXPECTED =|new Question\\(|String key = \"HKCU|\\.equals\\(\"|case \""
              + "|FOLDER =|UIManager|\"(block|operator) \"");

  /** Keys of commands, such as {@code FIND("ctrl F")}, and keys that carry a name on them. */
  private static final Map<String, Pattern> OF_FILE =
      Map.of(
          "Command.java", Pattern.compile("^\\s*[A-Z_]+\\(\"[^\"]*\"\\)[,;]$"),
          "ActionTable.java", Pattern.compile("^\\s*\"ctrl [^\"]*\", Command\\."),
          "KeyText.java", Pattern.compile("case KeyEvent\\."),
          "KeySheet.java", Pattern.compile("moveBy\\("),
          "RegionChooser.java", Pattern.compile("^\\s*key\\(\"shift "),
          "SystemTheme.java", Pattern.compile("\"Dark\""));

  private static final Pattern ASKED = Pattern.compile("Text\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");

  @Test
  void noTextIsHardCoded() throws IOException {
    List<String> found = new ArrayList<>();
    for (Map.Entry<Path, String> source : sources().entrySet()) {
      found.addAll(hardCoded(source.getKey().getFileName().toString(), source.getValue()));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void aHardCodedTextWouldBeFound() {
    assertEquals(1, hardCoded("A.java", "    label.setText(\"on\");").size());
    assertEquals(1, hardCoded("A.java", "    String s = \"open a model\";").size());
    assertEquals(1, hardCoded("A.java", "    return \"Channel \" + number;").size());
    assertEquals(0, hardCoded("A.java", "    // says \"open a model\"").size());
    assertEquals(0, hardCoded("A.java", "    label.setText(Text.of(\"card.channel\"));").size());
  }

  @Test
  void everyTextThatIsAskedForExists() throws IOException {
    ResourceBundle words = ResourceBundle.getBundle("io.skipscope.viewer.viewer", Locale.ROOT);
    int count = 0;
    for (Map.Entry<Path, String> source : sources().entrySet()) {
      for (MatchResult asked : ASKED.matcher(source.getValue()).results().toList()) {
        assertTrue(words.containsKey(asked.group(1)), source.getKey() + ": " + asked.group(1));
        count++;
      }
    }
    assertTrue(count > 100, "found " + count + " only");
  }

  private static Map<Path, String> sources() throws IOException {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(file, Files.readString(file));
      }
    }
    assertTrue(sources.size() > 100, "found " + sources.size() + " sources only");
    return sources;
  }

  private static List<String> hardCoded(String file, String source) {
    List<String> found = new ArrayList<>();
    List<String> lines = source.replaceAll("\\\\u\\p{XDigit}{4}", "").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      // The statement's beginning may be on the lines above.
      String statement = String.join("\n", lines.subList(Math.max(0, i - 3), i + 1));
      boolean comment = line.strip().startsWith("//") || line.strip().startsWith("*");
      if (!comment && isText(line) && !isOther(file, line, statement)) {
        found.add(file + ": " + line.strip());
      }
    }
    return found;
  }

  private static boolean isText(String line) {
    return SHOWN.matcher(line).find()
        || LITERAL
            .matcher(line)
            .results()
            .anyMatch(literal -> WORDS.matcher(literal.group(1)).matches());
  }

  private static boolean isOther(String file, String line, String statement) {
    return OTHER.matcher(statement).find()
        || OF_FILE.containsKey(file) && OF_FILE.get(file).matcher(line).find();
  }
}
