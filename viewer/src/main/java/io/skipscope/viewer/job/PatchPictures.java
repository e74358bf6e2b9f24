package io.skipscope.viewer.job;

import io.skipscope.error.SkipscopeException;
import io.skipscope.lab.units.Excitation;
import io.skipscope.lab.units.ExcitingPatch;
import io.skipscope.lab.units.PatchCutter;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.text.EngineText;
import io.skipscope.viewer.text.Text;
import java.util.Optional;

/** Cuts out what excites a channel most. */
public final class PatchPictures {
  private PatchPictures() {}

  /**
   * The patch of a place in a channel's map.
   *
   * @param value the graph's name
   */
  public record Key(PatchCutter cutter, String value, int channel, Excitation place) {}

  /** Reads pictures by their sources, and cuts them as the model saw them. */
  public static PatchCutter cutter(OpenModel model) {
    return new PatchCutter(
        model.graph(), entry -> PictureSource.open(entry.path()).picture(), model.inputSpec());
  }

  /** Reads the picture and cuts it; never fails for a picture's sake. Any thread. */
  public static Thumbnail of(Key key) {
    try {
      Optional<ExcitingPatch> patch = key.cutter().patch(key.value(), key.channel(), key.place());
      return patch.isEmpty()
          ? new Thumbnail(null, Text.of("units.unseen"))
          : new Thumbnail(key.cutter().cut(patch.get()).toBufferedImage(), "");
    } catch (SkipscopeException e) {
      return new Thumbnail(null, EngineText.of(e));
    }
  }
}
