package io.skipscope.viewer.action;

import io.skipscope.viewer.text.Text;
import javax.swing.KeyStroke;

/** Everything that a key, a menu or a button can ask the window to do. */
public enum Command {
  OPEN_MODEL("ctrl O"),
  OPEN_PICTURE("ctrl shift O"),
  OPEN_FOLDER("ctrl alt F"),
  PASTE("ctrl V"),
  PREVIOUS_PICTURE("ctrl LEFT"),
  NEXT_PICTURE("ctrl RIGHT"),
  CLOSE_STRIP("ctrl W"),
  LIVE_SCREEN("ctrl alt R"),
  LIVE_CAMERA("ctrl alt V"),
  INPUT_NUMBERS("ctrl alt I"),
  SAVE_PICTURE("ctrl S"),
  SAVE_PICTURE_LARGE("ctrl shift S"),
  EXPORT("ctrl shift E"),
  EXPORT_NETWORK("ctrl alt N"),
  COPY_PICTURE("ctrl shift C"),
  COPY_NETWORK("ctrl alt C"),
  SAVE_VIEW("ctrl alt S"),
  OPEN_VIEW("ctrl alt O"),
  PREVIOUS_BLOCK("UP"),
  NEXT_BLOCK("DOWN"),
  PREVIOUS_CHANNEL("LEFT"),
  NEXT_CHANNEL("RIGHT"),
  POINT_LEFT("alt LEFT"),
  POINT_RIGHT("alt RIGHT"),
  POINT_UP("alt UP"),
  POINT_DOWN("alt DOWN"),
  POINT_BEFORE("alt PAGE_UP"),
  POINT_NEXT("alt PAGE_DOWN"),
  ENLARGE("ENTER"),
  BACK("ESCAPE"),
  CUT_SHORTCUT("ctrl K"),
  DROP_BRANCH("ctrl D"),
  ZERO_CHANNEL("ctrl E"),
  SWAP_NEXT("ctrl shift DOWN"),
  UNDO("ctrl Z"),
  REDO("ctrl shift Z"),
  RESET("ctrl BACK_SPACE"),
  KEEP_RUN("ctrl H"),
  NEXT_SIDE("ctrl B"),
  END_COMPARISON("ctrl shift H"),
  FIND("ctrl F"),
  FIND_NEXT("F3"),
  FOLD("ctrl SPACE"),
  SHOW_STAGES("ctrl 1"),
  SHOW_BLOCKS("ctrl 2"),
  SHOW_OPERATORS("ctrl 3"),
  NETWORK_LARGER("shift UP"),
  NETWORK_SMALLER("shift DOWN"),
  FIT_NETWORK("ctrl 0"),
  SHOW_MAPS("ctrl G"),
  SHOW_WEIGHTS("ctrl shift G"),
  PREVIOUS_VALUE("ctrl UP"),
  NEXT_VALUE("ctrl DOWN"),
  NEXT_ORDER("ctrl L"),
  FILTER_MAPS("ctrl shift F"),
  SURVEY_CHANNELS("ctrl Y"),
  SURVEY_FOLDER("ctrl alt Y"),
  SHOW_DEAD("ctrl shift D"),
  GO_CLOSEST("ctrl shift A"),
  CLOSE_SURVEY("ctrl shift Y"),
  SPREAD_DEVICES("ctrl alt D"),
  SAVE_TRACE("ctrl alt E"),
  CLOSE_TIMELINE("ctrl shift T"),
  PIN("ctrl P"),
  SMOOTH_MAPS("ctrl I"),
  OVERLAY("ctrl U"),
  MORE_GAMMA("ctrl CLOSE_BRACKET"),
  LESS_GAMMA("ctrl OPEN_BRACKET"),
  SHOW_ARITHMETIC("ctrl J"),
  MEASURE_FIELD("ctrl shift J"),
  NEXT_COLOR_MAP("ctrl M"),
  NEXT_RANGE("ctrl R"),
  WINDOW_LARGER("ctrl alt PLUS"),
  WINDOW_SMALLER("ctrl alt MINUS"),
  WINDOW_USUAL("ctrl alt 0"),
  CHANGE_THEME("ctrl T"),
  ZOOM_IN("ctrl PLUS"),
  ZOOM_OUT("ctrl MINUS"),
  CANCEL("ctrl PERIOD"),
  SHOW_KEYS("F1"),
  QUIT("ctrl Q");

  private final KeyStroke usualKey;

  Command(String key) {
    usualKey = KeyStroke.getKeyStroke(key);
  }

  /** The key that it has unless the user gives it another one; see {@link KeyMap}. */
  public KeyStroke usualKey() {
    return usualKey;
  }

  public String label() {
    return Text.of(this);
  }
}
