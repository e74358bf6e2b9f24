package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.testing.Skips;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project that is built already, with what Java makes of its class archive. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
  private static final String FROM_ARCHIVE =
      "io.skipscope.cli.Main source: shared objects file (top)";

  @TempDir Path root;
  private Path engine;
  private Path archive;

  /** What a process printed and how it ended. */
  private record Ended(int status, String out) {}

  @BeforeEach
  void buildProject() throws IOException {
    Path script = Path.of("..", "skipscope");
    Skips.unless(Files.isExecutable(script), "no launcher beside the module");
    Files.copy(script, root.resolve("skipscope"), StandardCopyOption.COPY_ATTRIBUTES);
    Path libraries = Files.createDirectories(root.resolve("samples/target/lib"));
    for (String entry : System.getProperty("java.class.path").split(":")) {
      String name = Path.of(entry).getFileName().toString();
      if (name.matches("(picocli|jackson|snakeyaml).*\\.jar")) {
        Files.copy(Path.of(entry), libraries.resolve(name));
      }
    }
    engine = root.resolve("samples/target/engine.jar");
    archiveFolder(Path.of("target", "classes"), engine);
    archive = Files.createDirectories(root.resolve("target")).resolve("classes.jsa");
    Files.createFile(root.resolve("target/built"));
  }

  @Test
  void archiveThatFitsIsUsed() throws Exception {
    makeArchive();
    assertTrue(loadedClasses().contains(FROM_ARCHIVE));
  }

  @Test
  void archiveOfOtherJarsIsIgnoredWithoutAWord() throws Exception {
    makeArchive();
    archiveFolder(Path.of("target", "classes", "io"), engine.resolveSibling("a.jar"));
    assertEquals(versionWithoutArchive(), version());
    assertFalse(loadedClasses().contains(FROM_ARCHIVE));
  }

  @Test
  void corruptArchiveIsIgnoredWithoutAWord() throws Exception {
    makeArchive();
    byte[] whole = Files.readAllBytes(archive);
    String expected = versionWithoutArchive();
    List<byte[]> corrupt =
        List.of(new byte[0], new byte[whole.length], Arrays.copyOf(whole, whole.length / 2));
    for (byte[] content : corrupt) {
      Files.write(archive, content);
      assertEquals(expected, version(), content.length + " of " + whole.length + " bytes");
    }
  }

  private String version() throws Exception {
    Ended ended = run(List.of("./skipscope", "--version"), "");
    assertEquals(0, ended.status(), ended.out());
    return ended.out();
  }

  private String versionWithoutArchive() throws Exception {
    byte[] content = Files.readAllBytes(archive);
    Files.delete(archive);
    String version = version();
    Files.write(archive, content);
    return version;
  }

  private String loadedClasses() throws Exception {
    return run(List.of("./skipscope", "--version"), "-Xlog:class+load").out();
  }

  /** Of the classes that {@code --version} needs, as the launcher does it after a build. */
  private void makeArchive() throws Exception {
    String jars = root.toRealPath() + "/samples/target/";
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:ArchiveClassesAtExit=" + archive,
            "-cp",
            jars + "*:" + jars + "lib/*:" + jars + "peers/*",
            "io.skipscope.cli.Main",
            "--version");
    Ended ended = run(command, "");
    assertTrue(Files.exists(archive), ended.out());
    Files.writeString(root.resolve("target/classes.jsa.bytes"), Files.size(archive) + "\n");
  }

  private Ended run(List<String> command, String javaOptions) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("SKIPSCOPE_NO_INSTALL", "1");
    builder.environment().put("SKIPSCOPE_JAVA_OPTS", javaOptions);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out);
  }

  private static void archiveFolder(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(folder.relativize(each).toString()));
        Files.copy(each, out);
      }
    }
  }
}
