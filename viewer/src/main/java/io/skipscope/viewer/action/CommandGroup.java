package io.skipscope.viewer.action;

import io.skipscope.viewer.text.Text;
import java.util.List;

/** Commands that stand together, in menus and on the key sheet; each is in one group. */
public enum CommandGroup {
  MODEL(Command.OPEN_MODEL, Command.OPEN_VIEW, Command.SAVE_VIEW, Command.QUIT),
  PICTURE(
      Command.OPEN_PICTURE,
      Command.OPEN_FOLDER,
      Command.PASTE,
      Command.PREVIOUS_PICTURE,
      Command.NEXT_PICTURE,
      Command.CLOSE_STRIP,
      Command.LIVE_SCREEN,
      Command.LIVE_CAMERA,
      Command.INPUT_NUMBERS,
      Command.SAVE_PICTURE,
      Command.SAVE_PICTURE_LARGE,
      Command.EXPORT,
      Command.EXPORT_NETWORK,
      Command.COPY_PICTURE,
      Command.COPY_NETWORK),
  GO(
      Command.FIND,
      Command.FIND_NEXT,
      Command.PREVIOUS_BLOCK,
      Command.NEXT_BLOCK,
      Command.PREVIOUS_CHANNEL,
      Command.NEXT_CHANNEL,
      Command.POINT_LEFT,
      Command.POINT_RIGHT,
      Command.POINT_UP,
      Command.POINT_DOWN,
      Command.POINT_BEFORE,
      Command.POINT_NEXT,
      Command.ENLARGE,
      Command.BACK,
      Command.CANCEL),
  CHANGE(
      Command.UNDO,
      Command.REDO,
      Command.RESET,
      Command.CUT_SHORTCUT,
      Command.DROP_BRANCH,
      Command.ZERO_CHANNEL,
      Command.SWAP_NEXT),
  COMPARE(Command.KEEP_RUN, Command.NEXT_SIDE, Command.END_COMPARISON),
  VIEW(
      Command.SHOW_STAGES,
      Command.SHOW_BLOCKS,
      Command.SHOW_OPERATORS,
      Command.FOLD,
      Command.NETWORK_LARGER,
      Command.NETWORK_SMALLER,
      Command.FIT_NETWORK,
      Command.SHOW_ARITHMETIC,
      Command.MEASURE_FIELD,
      Command.NEXT_COLOR_MAP,
      Command.NEXT_RANGE,
      Command.ZOOM_IN,
      Command.ZOOM_OUT,
      Command.WINDOW_LARGER,
      Command.WINDOW_SMALLER,
      Command.WINDOW_USUAL,
      Command.CHANGE_THEME),
  MAPS(
      Command.SHOW_MAPS,
      Command.SHOW_WEIGHTS,
      Command.PREVIOUS_VALUE,
      Command.NEXT_VALUE,
      Command.NEXT_ORDER,
      Command.FILTER_MAPS,
      Command.PIN,
      Command.SMOOTH_MAPS,
      Command.OVERLAY,
      Command.MORE_GAMMA,
      Command.LESS_GAMMA,
      Command.SURVEY_CHANNELS,
      Command.SURVEY_FOLDER,
      Command.SHOW_DEAD,
      Command.GO_CLOSEST,
      Command.CLOSE_SURVEY),
  DEVICES(Command.SPREAD_DEVICES, Command.SAVE_TRACE, Command.CLOSE_TIMELINE),
  HELP(Command.SHOW_KEYS);

  private final List<Command> commands;

  CommandGroup(Command... commands) {
    this.commands = List.of(commands);
  }

  public List<Command> commands() {
    return commands;
  }

  public String label() {
    return Text.of(this);
  }
}
