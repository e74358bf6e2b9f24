package io.skipscope.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Does what people do first, and loads what else they will need, so that the launcher can have the
 * JVM keep these classes in an archive. Prints nothing, unless the window cannot be drawn here.
 */
public final class Rehearsal {
  private static final List<String> PACKAGES =
      List.of("io/skipscope/", "org/jocl/", "com/formdev/flatlaf/", "com/github/weisj/jsvg/");

  /** Java's own, of which the window needs some thousand; Java's archive has none of them. */
  private static final List<String> DESKTOP_PACKAGES =
      List.of("java/awt/", "java/beans/", "javax/swing/", "sun/awt/", "sun/font/", "sun/java2d/");

  private Rehearsal() {}

  /**
   * @param args a picture
   */
  public static void main(String[] args) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Path folder = Files.createTempDirectory("skipscope");
    Path model = folder.resolve("model.onnx");
    try {
      Main.execute(nowhere, nowhere, "export", "resnet20", "--out", model.toString());
      Main.execute(
          nowhere, nowhere, "run", model.toString(), "--image", args[0], "--device", "java");
      // Chooses kernels as for an OpenCL device, of which there may be none yet.
      String dump = folder.resolve("kernels").toString();
      Main.execute(
          nowhere,
          nowhere,
          "kernels",
          "--dump",
          dump,
          "--model",
          model.toString(),
          "--profile=cpu");
      rehearseWindow(Path.of(args[0]));
    } finally {
      delete(folder);
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        loadClasses(entry);
      }
    }
    loadDesktop();
  }

  /** Where there is nothing to draw with, the archive is as good for all other commands. */
  private static void rehearseWindow(Path picture) {
    // Others compile kernels first, which takes longer than all the rest.
    System.setProperty("skipscope.device", "java");
    try {
      ServiceLoader.load(WindowLauncher.class)
          .findFirst()
          .ifPresent(window -> window.rehearse("resnet20", picture));
    } catch (RuntimeException | Error problem) {
      System.err.println("rehearsal: the window's own classes are left out: " + problem);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private static void loadClasses(String file) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      load(jar.stream().map(entry -> entry.getName()), PACKAGES);
    }
  }

  private static void loadDesktop() throws IOException {
    Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.desktop");
    if (Files.exists(module)) {
      try (Stream<Path> files = Files.walk(module)) {
        load(files.map(file -> module.relativize(file).toString()), DESKTOP_PACKAGES);
      }
    }
  }

  private static void load(Stream<String> files, List<String> packages) {
    files
        .filter(name -> name.endsWith(".class") && packages.stream().anyMatch(name::startsWith))
        .forEach(Rehearsal::load);
  }

  /** Without its static initialiser, which may want a display or a driver. */
  private static void load(String classFile) {
    String name = classFile.substring(0, classFile.length() - ".class".length()).replace('/', '.');
    try {
      Class.forName(name, false, Rehearsal.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError optional) {
      // Needs a library that is not shipped: whoever wants the class will say so.
    }
  }
}
