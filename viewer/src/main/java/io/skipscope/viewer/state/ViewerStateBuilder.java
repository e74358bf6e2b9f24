package io.skipscope.viewer.state;

import io.skipscope.image.ColorMap;
import java.util.List;

/** A {@link ViewerState} with some components replaced: {@code state.with().block(3).build()}. */
public final class ViewerStateBuilder {
  private static final float LEAST_WINDOW_ZOOM = 0.7f;
  private static final float MOST_WINDOW_ZOOM = 2.5f;

  private List<DeviceChoice> devices;
  private String deviceId;
  private OpenModel model;
  private OpenPicture picture;
  private FilmStrip filmStrip;
  private LiveInput live;
  private int block;
  private ChangeHistory history;
  private Survey survey;
  private Folds folds;
  private String search;
  private BlockRun run;
  private Comparison comparison;
  private UnitFindings units;
  private Spread spread;
  private int channel;
  private boolean enlarged;
  private Pointer pointer;
  private PointedField field;
  private ColorMap colorMap;
  private RangeMode range;
  private MapsChoice maps;
  private boolean arithmetic;
  private Recent recent;
  private Look look;
  private Language language;
  private KeyChoices keys;
  private float windowZoom;
  private Message message;
  private Progress progress;

  ViewerStateBuilder(ViewerState from) {
    devices = from.devices();
    deviceId = from.deviceId();
    model = from.model();
    picture = from.picture();
    filmStrip = from.filmStrip();
    live = from.live();
    block = from.block();
    history = from.history();
    survey = from.survey();
    folds = from.folds();
    search = from.search();
    run = from.run();
    comparison = from.comparison();
    units = from.units();
    spread = from.spread();
    channel = from.channel();
    enlarged = from.enlarged();
    pointer = from.pointer();
    field = from.field();
    colorMap = from.colorMap();
    range = from.range();
    maps = from.maps();
    arithmetic = from.arithmetic();
    recent = from.recent();
    look = from.look();
    language = from.language();
    keys = from.keys();
    windowZoom = from.windowZoom();
    message = from.message();
    progress = from.progress();
  }

  public ViewerStateBuilder devices(List<DeviceChoice> value) {
    devices = value;
    return this;
  }

  public ViewerStateBuilder deviceId(String value) {
    deviceId = value;
    return this;
  }

  public ViewerStateBuilder model(OpenModel value) {
    model = value;
    return this;
  }

  public ViewerStateBuilder picture(OpenPicture value) {
    picture = value;
    return this;
  }

  public ViewerStateBuilder filmStrip(FilmStrip value) {
    filmStrip = value;
    return this;
  }

  public ViewerStateBuilder live(LiveInput value) {
    live = value;
    return this;
  }

  public ViewerStateBuilder block(int value) {
    block = value;
    return this;
  }

  public ViewerStateBuilder history(ChangeHistory value) {
    history = value;
    return this;
  }

  public ViewerStateBuilder survey(Survey value) {
    survey = value;
    return this;
  }

  public ViewerStateBuilder folds(Folds value) {
    folds = value;
    return this;
  }

  public ViewerStateBuilder search(String value) {
    search = value;
    return this;
  }

  public ViewerStateBuilder run(BlockRun value) {
    run = value;
    return this;
  }

  public ViewerStateBuilder comparison(Comparison value) {
    comparison = value;
    return this;
  }

  /** Kept for as long as its model is open. */
  public ViewerStateBuilder units(UnitFindings value) {
    units = value;
    return this;
  }

  /** Kept for as long as its model is open. */
  public ViewerStateBuilder spread(Spread value) {
    spread = value;
    return this;
  }

  /** The comparison, if there is one, with a new run. */
  public ViewerStateBuilder paired(RunPair pair) {
    comparison = comparison == null ? null : comparison.withPair(pair);
    return this;
  }

  public ViewerStateBuilder channel(int value) {
    channel = value;
    return this;
  }

  public ViewerStateBuilder enlarged(boolean value) {
    enlarged = value;
    return this;
  }

  public ViewerStateBuilder pointer(Pointer value) {
    pointer = value;
    return this;
  }

  /** Kept for as long as its run is shown. */
  public ViewerStateBuilder field(PointedField value) {
    field = value;
    return this;
  }

  public ViewerStateBuilder colorMap(ColorMap value) {
    colorMap = value;
    return this;
  }

  public ViewerStateBuilder range(RangeMode value) {
    range = value;
    return this;
  }

  public ViewerStateBuilder maps(MapsChoice value) {
    maps = value;
    return this;
  }

  public ViewerStateBuilder recent(Recent value) {
    recent = value;
    return this;
  }

  public ViewerStateBuilder arithmetic(boolean value) {
    arithmetic = value;
    return this;
  }

  public ViewerStateBuilder look(Look value) {
    look = value;
    return this;
  }

  public ViewerStateBuilder language(Language value) {
    language = value;
    return this;
  }

  public ViewerStateBuilder keys(KeyChoices value) {
    keys = value;
    return this;
  }

  /** With a zoom between 0.7 and 2.5. */
  public ViewerStateBuilder windowZoom(float value) {
    windowZoom = Math.max(LEAST_WINDOW_ZOOM, Math.min(MOST_WINDOW_ZOOM, value));
    return this;
  }

  public ViewerStateBuilder message(Message value) {
    message = value;
    return this;
  }

  public ViewerStateBuilder progress(Progress value) {
    progress = value;
    return this;
  }

  public ViewerState build() {
    return new ViewerState(
        devices,
        deviceId,
        model,
        picture,
        filmStrip,
        live,
        block,
        history,
        survey,
        folds,
        search,
        run,
        comparison,
        units,
        spread,
        channel,
        enlarged,
        pointer,
        field,
        colorMap,
        range,
        maps,
        arithmetic,
        recent,
        look,
        language,
        keys,
        windowZoom,
        message,
        progress);
  }
}
