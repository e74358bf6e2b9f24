package io.skipscope.image;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The pictures of a folder or of a ZIP file, for looking through them: with labels where each is in
 * the folder of its class, as in {@link LabelledPictures}, without where not. Any thread.
 */
public final class PictureSet {
  private PictureSet() {}

  /**
   * One picture, which need not be readable.
   *
   * @param path inside the set, with slashes
   * @param label the name of its class; empty where unknown
   */
  public record Entry(String path, String label) {
    /** The path's last part. */
    public String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /**
   * Lists the files whose names end as those of pictures do, in the order of their paths; of a
   * labelled set with splits the split test, else val.
   *
   * @throws InputException if it is neither a folder nor a ZIP file, or holds no such file
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public static List<Entry> list(Path folderOrZip, Job job) {
    try (PictureArchive archive = PictureArchive.open(folderOrZip, job)) {
      return entries(archive, folderOrZip.toString());
    }
  }

  static List<Entry> entries(PictureArchive archive, String where) {
    List<String> paths = archive.paths();
    if (paths.isEmpty()) {
      throw new InputException(
          where, "no pictures", "a folder or ZIP file with PNG, JPEG or others");
    }
    return paths.stream().allMatch(path -> path.contains("/"))
        ? labelled(archive, where)
        : paths.stream().sorted().map(path -> new Entry(path, "")).toList();
  }

  private static List<Entry> labelled(PictureArchive archive, String where) {
    LabelledPictures pictures = LabelledPictures.list(archive, where, null);
    return pictures.entries().stream()
        .map(entry -> new Entry(entry.path(), pictures.classes().get(entry.label())))
        .toList();
  }

  /**
   * Reads a picture of a ZIP file.
   *
   * @param path inside the file
   * @throws InputException if there is no such picture or it cannot be read
   * @throws io.skipscope.error.ModelFormatException if it is no picture
   */
  public static Picture read(Path zip, String path) {
    String where = zip + ", " + path;
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry(path);
      if (entry == null) {
        throw new InputException(where, "no such picture", "one that the ZIP file holds");
      }
      try (InputStream in = file.getInputStream(entry)) {
        byte[] content = in.readNBytes(Pictures.MAX_FILE_BYTES);
        return Pictures.read(content, where).withName(path.substring(path.lastIndexOf('/') + 1));
      }
    } catch (IOException e) {
      throw new InputException(where, IoReason.of(e), "a readable picture in a ZIP file", e);
    }
  }
}
