package io.skipscope.viewer.state;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.image.ColorMap;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the window shows, at one moment. Immutable; any thread.
 *
 * @param devices what the device chooser offers
 * @param deviceId the chosen one; empty until devices are known
 * @param model null while none is open
 * @param picture null while none is open
 * @param filmStrip pictures to walk through; null while none are open
 * @param live the region of the screen that is run again and again; null while none is
 * @param block index of the selected block in the model's list
 * @param history how the network that runs differs from the opened one
 * @param survey what is known of all blocks; null until measured for this model
 * @param folds which stages and blocks the drawing of the network shows in full
 * @param search what blocks and operators are searched for; empty for nothing
 * @param run the last run that succeeded; null before the first. It may be of another block than
 *     the selected one while a new run is under way, and its maps stay in view until then
 * @param comparison with a run that was kept; null while none is
 * @param units what was found out about the channels of a value; null before the first survey
 * @param spread how the network went over several devices at once; null while it did not
 * @param channel the selected channel
 * @param enlarged whether each tile shows that channel alone
 * @param pointer null while the mouse is on no map
 * @param field what was measured of what a number of the run sees; null while nothing is
 * @param range of the card's colour scale; the maps pane has its own
 * @param arithmetic whether the terms of the number under the pointer are shown
 * @param look how it is coloured
 * @param language of the window's words, from the next start on
 * @param keys the user's own ones
 * @param windowZoom how much larger than usual all of the window is, fonts and controls included
 * @param message null while there is none
 * @param progress null while the engine rests
 */
public record ViewerState(
    List<DeviceChoice> devices,
    String deviceId,
    OpenModel model,
    OpenPicture picture,
    FilmStrip filmStrip,
    LiveInput live,
    int block,
    ChangeHistory history,
    Survey survey,
    Folds folds,
    String search,
    BlockRun run,
    Comparison comparison,
    UnitFindings units,
    Spread spread,
    int channel,
    boolean enlarged,
    Pointer pointer,
    PointedField field,
    ColorMap colorMap,
    RangeMode range,
    MapsChoice maps,
    boolean arithmetic,
    Recent recent,
    Look look,
    Language language,
    KeyChoices keys,
    float windowZoom,
    Message message,
    Progress progress) {
  public static final ViewerState INITIAL =
      new ViewerState(
          List.of(),
          "",
          null,
          null,
          null,
          null,
          0,
          ChangeHistory.EMPTY,
          null,
          Folds.BLOCKS,
          "",
          null,
          null,
          null,
          null,
          0,
          false,
          null,
          null,
          ColorMap.VIRIDIS,
          RangeMode.PERCENTILE,
          MapsChoice.INITIAL,
          false,
          Recent.NONE,
          Look.INITIAL,
          Language.SYSTEM,
          KeyChoices.NONE,
          1,
          null,
          null);

  public ViewerState {
    devices = List.copyOf(devices);
    field = field == null || field.number().run() == run ? field : null;
    units = units == null || units.model() == model ? units : null;
    spread = spread == null || spread.model() == model ? spread : null;
  }

  /** The run whose maps are shown: the last one, the kept one or their difference. */
  public BlockRun shown() {
    return isCompared() ? comparison.shown() : run;
  }

  /** Whether the last run stands beside a kept one. */
  public boolean isCompared() {
    return comparison != null && comparison.isOf(run);
  }

  /** Whether the maps and the input are those of the kept run. */
  public boolean showsKept() {
    return isCompared() && comparison.side() == ComparedSide.KEPT;
  }

  /** Whether the maps are differences, which have a colour map and a range of their own. */
  public boolean showsDifference() {
    return isCompared() && comparison.side() == ComparedSide.DIFFERENCE && !showsWeights();
  }

  /** What is known of the channels whose maps are shown; null while nothing is. */
  public UnitFindings shownUnits() {
    boolean known =
        units != null
            && maps.open()
            && !maps.weights()
            && !showsDifference()
            && units.isOf(shown(), maps.tap(model, block));
    return known ? units : null;
  }

  /** Whether weights are in view, of which no run has its own. */
  public boolean showsWeights() {
    return maps.open() && maps.weights();
  }

  /** The run whose branches the shown maps are compared by: no difference has branches itself. */
  public BlockRun shownBranches() {
    return showsDifference() ? comparison.pair().now() : shown();
  }

  /** The colour map of the maps that are shown. */
  public ColorMap shownColors() {
    return showsDifference() ? ColorMap.DIVERGING : colorMap;
  }

  /** The range of the card's colour scale for what it shows. */
  public RangeMode shownRange() {
    return showsDifference() ? RangeMode.SYMMETRIC : range;
  }

  /** What the maps pane is to show, with the range that fits. */
  public MapsChoice shownMaps() {
    return showsDifference() ? maps.withTone(maps.tone().withRange(MapRange.SYMMETRIC)) : maps;
  }

  /** Channels of the widest value on the card, 0 without one. */
  public int channelCount() {
    return run == null ? 0 : run.widestChannels();
  }

  /** A block of the open model, or empty if it has none there. */
  public Optional<ResidualBlock> block(int index) {
    return model == null || index < 0 || index >= model.blocks().size()
        ? Optional.empty()
        : Optional.of(model.blocks().get(index).block());
  }

  public Optional<ResidualBlock> selectedBlock() {
    return block(block);
  }

  /** Whether maps are to be shown that the run does not have. */
  public boolean lacksMaps() {
    return maps.open()
        && !maps.weights()
        && run != null
        && run.frame(maps.tap(model, block)).isEmpty();
  }

  /** Whether the window is dark. */
  public boolean dark() {
    return look.dark();
  }

  /** This state in another colour map; a diverging one needs zero in its middle. */
  public ViewerState withColorMap(ColorMap map) {
    boolean diverging = map == ColorMap.DIVERGING;
    boolean leaving = colorMap == ColorMap.DIVERGING && range == RangeMode.SYMMETRIC;
    RangeMode fitting = diverging ? RangeMode.SYMMETRIC : leaving ? RangeMode.PERCENTILE : range;
    return with().colorMap(map).range(fitting).maps(maps.withTone(fitting(diverging))).build();
  }

  private MapTone fitting(boolean diverging) {
    MapTone tone = maps.tone();
    boolean leaving = colorMap == ColorMap.DIVERGING && tone.range() == MapRange.SYMMETRIC;
    return diverging
        ? tone.withRange(MapRange.SYMMETRIC)
        : leaving ? tone.withRange(MapRange.PERCENTILE) : tone;
  }

  public ViewerStateBuilder with() {
    return new ViewerStateBuilder(this);
  }
}
