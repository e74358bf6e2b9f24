package io.skipscope.image;

import io.skipscope.error.InputException;
import io.skipscope.job.Job;
import java.nio.file.Path;
import java.util.List;

/**
 * The pictures of a folder or of a ZIP file, which stays open, so that all of them can be read one
 * after the other. Any thread may read.
 */
public final class OpenPictureSet implements AutoCloseable {
  private final PictureArchive archive;
  private final String name;
  private final List<PictureSet.Entry> entries;

  private OpenPictureSet(PictureArchive archive, String name, List<PictureSet.Entry> entries) {
    this.archive = archive;
    this.name = name;
    this.entries = entries;
  }

  /**
   * Lists the pictures as {@link PictureSet#list} does.
   *
   * @throws InputException if it is neither a folder nor a ZIP file, or holds no picture
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public static OpenPictureSet open(Path folderOrZip, Job job) {
    PictureArchive archive = PictureArchive.open(folderOrZip, job);
    try {
      String name = folderOrZip.toString();
      return new OpenPictureSet(archive, name, PictureSet.entries(archive, name));
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /** As many pictures, evenly spread over all; all of them if there are no more. */
  public List<PictureSet.Entry> spread(int count) {
    return Spread.over(entries, count);
  }

  /**
   * @throws InputException if the picture can no longer be read
   * @throws io.skipscope.error.ModelFormatException if it is no picture
   */
  public Picture read(PictureSet.Entry entry) {
    return archive.picture(entry.path(), name);
  }

  @Override
  public void close() {
    archive.close();
  }
}
