package io.skipscope.viewer.job;

import io.skipscope.image.OpenPictureSet;
import io.skipscope.image.PictureSet;
import io.skipscope.job.Job;
import io.skipscope.viewer.state.FilmStrip;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pictures of a film strip for reading all of them; entries' paths are their sources. */
final class SurveyedPictures {
  private SurveyedPictures() {}

  /**
   * A ZIP file is opened once for all of its pictures.
   *
   * @throws io.skipscope.error.SkipscopeException if the ZIP file can no longer be read
   */
  static OpenPictureSet open(FilmStrip strip, Job job) {
    List<PictureSet.Entry> entries =
        strip.frames().stream()
            .map(frame -> new PictureSet.Entry(frame.source(), frame.label()))
            .toList();
    Optional<Path> zip = PictureSource.zipOf(strip.frames().get(0).source());
    if (zip.isEmpty()) {
      return OpenPictureSet.of(
          entries, entry -> PictureSource.open(entry.path()).picture(), () -> {});
    }
    OpenPictureSet packed = OpenPictureSet.open(zip.get(), job);
    return OpenPictureSet.of(
        entries,
        entry ->
            packed.read(new PictureSet.Entry(PictureSource.withinZip(entry.path()), entry.label())),
        packed::close);
  }
}
