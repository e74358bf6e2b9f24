package io.skipscope.viewer.job;

import io.skipscope.image.PictureSet;
import io.skipscope.job.Job;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.FilmStrip.Frame;
import io.skipscope.viewer.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes film strips; no picture is read. */
public final class FilmStrips {
  private FilmStrips() {}

  /**
   * The pictures of a folder or a ZIP file.
   *
   * @throws io.skipscope.error.SkipscopeException if it is neither, or holds no pictures
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public static FilmStrip of(Path folderOrZip, Job job) {
    Path root = folderOrZip.toAbsolutePath().normalize();
    boolean folder = Files.isDirectory(root);
    List<Frame> frames =
        PictureSet.list(root, job).stream()
            .map(
                entry ->
                    new Frame(
                        folder
                            ? root.resolve(entry.path()).toString()
                            : PictureSource.inZip(root, entry.path()),
                        entry.name(),
                        entry.label()))
            .toList();
    Path name = root.getFileName();
    return new FilmStrip(name == null ? root.toString() : name.toString(), frames, 0);
  }

  /** Some files, at least one, in their order. */
  public static FilmStrip of(List<Path> files) {
    List<Frame> frames =
        files.stream()
            .map(
                file ->
                    new Frame(file.toAbsolutePath().toString(), file.getFileName().toString(), ""))
            .toList();
    return new FilmStrip(Text.of("strip.files", frames.size()), frames, 0);
  }
}
