package io.skipscope.image;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The picture files of a folder or of a ZIP file, by their paths with slashes. */
interface PictureArchive extends AutoCloseable {
  Set<String> ENDINGS =
      Set.of("jpg", "jpeg", "png", "bmp", "gif", "webp", "tif", "tiff", "ppm", "pgm", "pnm");

  List<String> paths();

  byte[] read(String path) throws IOException;

  /**
   * The picture at a path.
   *
   * @param name of the archive, for messages
   * @throws InputException if it can no longer be read
   */
  default Picture picture(String path, String name) {
    String where = name + ", " + path;
    try {
      return Pictures.read(read(path), where);
    } catch (IOException e) {
      throw new InputException(where, IoReason.of(e), "a readable picture", e);
    }
  }

  @Override
  void close();

  /**
   * @throws InputException if it is neither a folder nor a ZIP file
   */
  static PictureArchive open(Path folderOrZip) {
    return open(folderOrZip, Job.unwatched());
  }

  /**
   * As above; told of every file that a folder holds.
   *
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  static PictureArchive open(Path folderOrZip, Job job) {
    try {
      return Files.isDirectory(folderOrZip) ? folder(folderOrZip, job) : zip(folderOrZip);
    } catch (ZipException e) {
      throw new InputException(
          folderOrZip.toString(), "neither a folder nor a ZIP file", "one of these", e);
    } catch (IOException e) {
      throw new InputException(
          folderOrZip.toString(), IoReason.of(e), "a readable folder or ZIP file", e);
    } catch (UncheckedIOException e) {
      // A folder within is closed to us, which a walk says in this way.
      throw new InputException(
          folderOrZip.toString(), IoReason.of(e.getCause()), "a folder that may be read", e);
    }
  }

  private static PictureArchive folder(Path folder, Job job) throws IOException {
    List<String> paths;
    try (Stream<Path> files = Files.walk(folder)) {
      paths =
          files
              .peek(file -> job.progress(folder.toString(), 0, 0))
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(PictureArchive::isPicture)
              .toList();
    }
    return new PictureArchive() {
      @Override
      public List<String> paths() {
        return paths;
      }

      @Override
      public byte[] read(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
      }

      @Override
      public void close() {
        // A folder holds nothing open.
      }
    };
  }

  private static PictureArchive zip(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    List<String> paths =
        zip.stream().map(ZipEntry::getName).filter(PictureArchive::isPicture).toList();
    return new PictureArchive() {
      @Override
      public List<String> paths() {
        return paths;
      }

      @Override
      public byte[] read(String path) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
          return in.readAllBytes();
        }
      }

      @Override
      public void close() {
        try {
          zip.close();
        } catch (IOException e) {
          throw new InputException(file.toString(), IoReason.of(e), "a readable ZIP file", e);
        }
      }
    };
  }

  private static boolean isPicture(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(ending) && !path.startsWith("__MACOSX/") && !path.contains("/.");
  }
}
