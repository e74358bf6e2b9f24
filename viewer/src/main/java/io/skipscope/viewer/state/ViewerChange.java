package io.skipscope.viewer.state;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What can change in a {@link ViewerState}: one constant per component of the record. */
public enum ViewerChange {
  DEVICES(ViewerState::devices),
  DEVICE(ViewerState::deviceId),
  MODEL(ViewerState::model),
  PICTURE(ViewerState::picture),
  FILM_STRIP(ViewerState::filmStrip),
  LIVE(ViewerState::live),
  BLOCK(ViewerState::block),
  CHANGES(ViewerState::history),
  SURVEY(ViewerState::survey),
  FOLDS(ViewerState::folds),
  SEARCH(ViewerState::search),
  RUN(ViewerState::run),
  COMPARISON(ViewerState::comparison),
  UNITS(ViewerState::units),
  SPREAD(ViewerState::spread),
  CHANNEL(ViewerState::channel),
  ENLARGED(ViewerState::enlarged),
  POINTER(ViewerState::pointer),
  FIELD(ViewerState::field),
  COLOR_MAP(ViewerState::colorMap),
  RANGE(ViewerState::range),
  MAPS(ViewerState::maps),
  ARITHMETIC(ViewerState::arithmetic),
  RECENT(ViewerState::recent),
  THEME(ViewerState::look),
  LANGUAGE(ViewerState::language),
  KEYS(ViewerState::keys),
  WINDOW_ZOOM(ViewerState::windowZoom),
  MESSAGE(ViewerState::message),
  PROGRESS(ViewerState::progress);

  private final Function<ViewerState, Object> part;

  ViewerChange(Function<ViewerState, Object> part) {
    this.part = part;
  }

  /** Everything in which two states differ. */
  public static Set<ViewerChange> between(ViewerState before, ViewerState after) {
    Set<ViewerChange> changes = EnumSet.noneOf(ViewerChange.class);
    for (ViewerChange change : values()) {
      if (!Objects.equals(change.part.apply(before), change.part.apply(after))) {
        changes.add(change);
      }
    }
    return changes;
  }
}
