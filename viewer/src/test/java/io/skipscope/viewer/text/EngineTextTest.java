package io.skipscope.viewer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineTextTest {
  private static final Path ENGINE = Path.of("..", "engine", "src", "main", "java");

  @BeforeEach
  void speakChinese() {
    Text.use(Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void backToEnglish() {
    Text.use(Locale.ENGLISH);
  }

  @Test
  void stepsAreTranslatedWithWhatDiffersInThem() {
    assertEquals("正在复制权重", EngineText.of("Copying weights"));
    assertEquals("正在读取权重", EngineText.of("Reading weights"));
    assertEquals("正在读取 my net.onnx", EngineText.of("Reading my net.onnx"));
    assertEquals("某步骤", EngineText.of("某步骤"));
  }

  @Test
  void errorsAreTranslatedAsFarAsTheyAreKnown() {
    InputException error = new InputException("a.png", "no such file", "the unforeseen");
    assertEquals("a.png：发现 没有此文件，应为 the unforeseen", EngineText.of(error));
  }

  @Test
  void partsThatVaryAreTranslatedInTurn() {
    assertEquals("无法读取（没有权限）", EngineText.of("that it cannot be read (no permission)"));
    assertEquals("交换 layer1.0 与 layer1.2", EngineText.of("swap of layer1.0 and layer1.2"));
    assertEquals(
        "a.png：发现 空文件，应为 图像；改用参考内核继续",
        EngineText.of(
            "a.png: found an empty file, expected a picture; the reference kernels go on"));
  }

  @Test
  void aWholeLineIsTranslatedAsItsError() {
    InputException error = new InputException("a.png", "no such file", "a picture");
    assertEquals(EngineText.of(error), EngineText.of(error.getMessage()));
  }

  @Test
  void inEnglishTheEngineIsQuoted() {
    Text.use(Locale.ENGLISH);
    InputException error = new InputException("a.png", "no such file", "a picture");
    assertEquals(error.getMessage(), EngineText.of(error));
    assertEquals("Copying weights", EngineText.of("Copying weights"));
  }

  @Test
  void whatIsTranslatedIsWhatTheEngineSays() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(ENGINE)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        sources.append(Files.readString(file));
      }
    }
    List<String> said =
        ResourceBundle.getBundle("io.skipscope.viewer.viewer", Locale.SIMPLIFIED_CHINESE)
            .keySet()
            .stream()
            .filter(key -> key.startsWith("engine."))
            .map(key -> key.substring("engine.".length()))
            .toList();
    assertFalse(said.isEmpty());
    for (String form : said) {
      for (String part : form.split("\\{\\d}|\\d+")) {
        assertTrue(part.length() < 2 || sources.indexOf(part) >= 0, part);
      }
    }
  }
}
