package io.skipscope.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java example compiles against what users get. */
class ReadmeTest {
  private static final String IMPORTS =
      """
      import io.skipscope.*;
      import io.skipscope.image.*;
      import io.skipscope.job.*;
      import io.skipscope.run.*;
      import io.skipscope.tap.*;
      import io.skipscope.tensor.*;
      import java.nio.file.*;
      import java.util.*;
      """;

  @Test
  void theJavaExampleCompiles(@TempDir Path folder) throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    Matcher example = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertTrue(example.find(), "README.md has a Java example");
    Path source = folder.resolve("Example.java");
    String program = "class Example { static void run() {\n" + example.group(1) + "}}\n";
    Files.writeString(source, IMPORTS + program);
    assertEquals("", errors(source, folder));
  }

  private static String errors(Path source, Path output) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-d", output.toString(), "-cp", System.getProperty("java.class.path"));
    Iterable<? extends JavaFileObject> files =
        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source);
    boolean compiled = compiler.getTask(messages, null, null, options, null, files).call();
    return compiled ? "" : messages.toString();
  }
}
