package io.skipscope.viewer.keep;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.image.ColorMap;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Folds;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.ViewerState;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the window shows of which network and picture: all that is needed to show the same again.
 *
 * @param version of the file's form
 * @param model an absolute path or a model's name
 * @param picture an absolute path or a bundled picture's name
 * @param block the selected block's name; empty for a model without blocks
 * @param compared the run that is kept for comparing; empty while none is
 */
public record SavedView(
    int version,
    String model,
    String picture,
    String block,
    Changes changes,
    int channel,
    boolean enlarged,
    Folds folds,
    ColorMap colorMap,
    RangeMode range,
    MapsChoice maps,
    boolean arithmetic,
    List<SavedRun> compared) {
  static final int VERSION = 1;

  public SavedView {
    compared = List.copyOf(compared);
  }

  /**
   * @param state with a model and a picture
   */
  public static SavedView of(ViewerState state) {
    return new SavedView(
        VERSION,
        absolute(state.model().source()),
        state.picture().source(),
        state.selectedBlock().map(ResidualBlock::name).orElse(""),
        state.history().present(),
        state.channel(),
        state.enlarged(),
        state.folds(),
        state.colorMap(),
        state.range(),
        state.maps(),
        state.arithmetic(),
        Stream.ofNullable(state.comparison()).map(SavedRun::of).toList());
  }

  static String absolute(String source) {
    File file = new File(source);
    return file.exists() ? file.getAbsolutePath() : source;
  }

  /** The selected block's index in a model; the first one's if the model has no such block. */
  public int blockIn(OpenModel opened) {
    for (int i = 0; i < opened.blocks().size(); i++) {
      if (opened.blocks().get(i).block().name().equals(block)) {
        return i;
      }
    }
    return 0;
  }

  /** A state that shows its run, which is one of this view, as this view does. */
  public ViewerState applyTo(ViewerState state) {
    return state
        .with()
        .channel(channel)
        .enlarged(enlarged)
        .folds(folds)
        .colorMap(colorMap)
        .range(range)
        .maps(maps)
        .arithmetic(arithmetic)
        .build();
  }
}
