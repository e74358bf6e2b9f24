package io.skipscope.lab.units;

import io.skipscope.graph.Graph;
import io.skipscope.image.Crop;
import io.skipscope.image.InputSpec;
import io.skipscope.image.Picture;
import io.skipscope.image.PictureSet;
import io.skipscope.image.Preprocessor;
import io.skipscope.lab.NumberPlace;
import io.skipscope.lab.ReceptiveBox;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds and cuts out what excites a channel most: the part of each picture that it can see. */
public final class PatchCutter {
  private final Graph graph;
  private final Function<PictureSet.Entry, Picture> read;
  private final InputSpec inputSpec;

  /**
   * @param graph with its shapes inferred for the size that {@code inputSpec} names
   * @param read gives the picture of an entry
   * @param inputSpec as the pictures were run with
   */
  public PatchCutter(Graph graph, Function<PictureSet.Entry, Picture> read, InputSpec inputSpec) {
    this.graph = graph;
    this.read = read;
    this.inputSpec = inputSpec;
  }

  /** The patches of a channel, the most exciting first; without those outside of the picture. */
  public List<ExcitingPatch> patches(ValueUnits value, int channel) {
    return value.channels().get(channel).top().stream()
        .flatMap(place -> patch(value.value(), channel, place).stream())
        .toList();
  }

  /** The patch of one place; empty where it sees nothing of the picture. */
  public Optional<ExcitingPatch> patch(String value, int channel, Excitation place) {
    return ReceptiveBox.of(graph, new NumberPlace(value, channel, place.row(), place.column()))
        .map(seen -> seen.within(inputSpec.height(), inputSpec.width()))
        .filter(seen -> seen.height() > 0 && seen.width() > 0)
        .map(seen -> new ExcitingPatch(place, seen));
  }

  /**
   * The patch as the network saw it: cropped and resized, in the pixels of its input.
   *
   * @throws io.skipscope.error.SkipscopeException if the picture can no longer be read
   */
  public Picture cut(ExcitingPatch patch) {
    String name = patch.excitation().picture().name();
    Picture whole = read.apply(patch.excitation().picture());
    Picture seen = Preprocessor.toPicture(Preprocessor.toTensor(whole, inputSpec), inputSpec, name);
    ReceptiveBox box = patch.box();
    return new Crop(box.left(), box.top(), box.width(), box.height()).cut(seen);
  }
}
