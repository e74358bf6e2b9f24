package io.skipscope.viewer.state;

import io.skipscope.image.ColorMap;
import io.skipscope.image.Picture;
import java.util.List;

/** A {@link ViewerState} with some components replaced: {@code state.with().block(3).build()}. */
public final class ViewerStateBuilder {
  private List<DeviceChoice> devices;
  private String deviceId;
  private OpenModel model;
  private Picture picture;
  private int block;
  private ChangeHistory history;
  private Survey survey;
  private Folds folds;
  private String search;
  private BlockRun run;
  private int channel;
  private boolean enlarged;
  private Pointer pointer;
  private ColorMap colorMap;
  private RangeMode range;
  private MapsChoice maps;
  private Recent recent;
  private boolean dark;
  private Message message;
  private Progress progress;

  ViewerStateBuilder(ViewerState from) {
    devices = from.devices();
    deviceId = from.deviceId();
    model = from.model();
    picture = from.picture();
    block = from.block();
    history = from.history();
    survey = from.survey();
    folds = from.folds();
    search = from.search();
    run = from.run();
    channel = from.channel();
    enlarged = from.enlarged();
    pointer = from.pointer();
    colorMap = from.colorMap();
    range = from.range();
    maps = from.maps();
    recent = from.recent();
    dark = from.dark();
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

  public ViewerStateBuilder picture(Picture value) {
    picture = value;
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

  public ViewerStateBuilder dark(boolean value) {
    dark = value;
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
        devices, deviceId, model, picture, block, history, survey, folds, search, run, channel,
        enlarged, pointer, colorMap, range, maps, recent, dark, message, progress);
  }
}
