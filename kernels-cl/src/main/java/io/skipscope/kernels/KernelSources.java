package io.skipscope.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds the OpenCL sources, whether they lie in a folder or in a jar. Safe on any thread. */
public final class KernelSources {
  private static final String ROOT = "io/skipscope/opencl";

  /** Many kernels stem from one file; all files together have some hundred kilobytes. */
  private static final Map<String, KernelSource> READ = new ConcurrentHashMap<>();

  private KernelSources() {}

  /**
   * A kernel file with its includes in place.
   *
   * @param path below the OpenCL sources, such as {@code conv/conv2d.ref.cl}
   * @throws IllegalArgumentException if the file or one of its includes is missing
   */
  public static KernelSource read(String path) {
    return READ.computeIfAbsent(path, KernelSources::resolve);
  }

  private static KernelSource resolve(String path) {
    String text = new IncludeResolver(KernelSources::rawText).resolve(path);
    return new KernelSource(path, text, KernelHeader.parse(rawText(path)));
  }

  /** Whether there is such a file. */
  public static boolean exists(String path) {
    return KernelSources.class.getClassLoader().getResource(ROOT + "/" + path) != null;
  }

  /**
   * The text of a file as it was written.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public static String rawText(String path) {
    try (InputStream in =
        KernelSources.class.getClassLoader().getResourceAsStream(ROOT + "/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no OpenCL source " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths of all kernel files ({@code .cl}), sorted. */
  public static List<String> all() {
    return list(".cl");
  }

  /** The paths of all files that kernels include ({@code .clh}), sorted. */
  public static List<String> allIncludes() {
    return list(".clh");
  }

  private static List<String> list(String suffix) {
    try {
      Path location =
          Path.of(KernelSources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(location)) {
        return listBelow(location.resolve(ROOT), suffix);
      }
      try (FileSystem jar = FileSystems.newFileSystem(location)) {
        return listBelow(jar.getPath(ROOT), suffix);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> listBelow(Path root, String suffix) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(suffix))
          .sorted()
          .toList();
    }
  }
}
