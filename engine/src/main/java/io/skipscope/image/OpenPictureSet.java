package io.skipscope.image;

import io.skipscope.error.InputException;
import io.skipscope.job.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The pictures of a folder, of a ZIP file, which stays open, or of any list, so that all of them
 * can be read one after the other. Any thread may read.
 */
public final class OpenPictureSet implements AutoCloseable {
  private final List<PictureSet.Entry> entries;
  private final Function<PictureSet.Entry, Picture> read;
  private final Runnable close;

  private OpenPictureSet(
      List<PictureSet.Entry> entries, Function<PictureSet.Entry, Picture> read, Runnable close) {
    this.entries = List.copyOf(entries);
    this.read = read;
    this.close = close;
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
      return new OpenPictureSet(
          PictureSet.entries(archive, name),
          entry -> archive.picture(entry.path(), name),
          archive::close);
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /**
   * Pictures from wherever they are.
   *
   * @param read gives the picture of an entry; called on several threads
   * @param close runs when the set is closed
   */
  public static OpenPictureSet of(
      List<PictureSet.Entry> entries, Function<PictureSet.Entry, Picture> read, Runnable close) {
    return new OpenPictureSet(entries, read, close);
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
    return read.apply(entry);
  }

  @Override
  public void close() {
    close.run();
  }
}
