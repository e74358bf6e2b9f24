package io.skipscope.viewer.keep;

import io.skipscope.error.InputException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Comparison;
import io.skipscope.viewer.state.OpenPicture;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files that hold a {@link SavedView}. Any thread. */
public final class ViewFile {
  /** How such files end, without the dot. */
  public static final String EXTENSION = "skipscope";

  /** What the first views did not hold. */
  private static final Map<String, ?> LATER =
      Map.of("changes", Changes.NONE, "compared", List.of());

  private static final String EXPECTED = "a view that was saved by this program";

  private ViewFile() {}

  /**
   * @throws SkipscopeException if the file is none, or of a later form
   */
  public static SavedView read(Path file) {
    if (!Files.isReadable(file)) {
      throw new InputException(file.toString(), "no file that can be read", EXPECTED);
    }
    SavedView view =
        Json.read(file, SavedView.class, LATER)
            .orElseThrow(
                () -> new InputException(file.toString(), "something else or a part", EXPECTED));
    if (view.version() != SavedView.VERSION) {
      throw new InputException(
          file.toString(),
          "a view of form " + view.version(),
          "form " + SavedView.VERSION + ", which this program knows");
    }
    return view;
  }

  /**
   * Writes what a window shows; pictures that no file holds are written beside it.
   *
   * @param state with a model and a picture
   * @throws SkipscopeException if a file cannot be written
   */
  public static void write(Path file, ViewerState state) {
    Comparison comparison = state.comparison();
    Comparison compared =
        comparison == null
            ? null
            : comparison.withPicture(KeptPicture.beside(file, comparison.kept().picture()));
    OpenPicture kept = KeptPicture.beside(file, state.picture());
    write(file, SavedView.of(state.with().picture(kept).comparison(compared).build()));
  }

  /**
   * @throws SkipscopeException if the file cannot be written
   */
  public static void write(Path file, SavedView view) {
    try {
      Json.write(file, view);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "a file that cannot be written", "a folder that can be written to", e);
    }
  }
}
