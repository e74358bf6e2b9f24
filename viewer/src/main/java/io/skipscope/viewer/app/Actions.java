package io.skipscope.viewer.app;

import io.skipscope.image.ColorMap;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.state.ViewerStateBuilder;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.FileDialogs;
import java.awt.Component;
import java.nio.file.Path;

/** Fills the action table: what every command does in this window. */
final class Actions {
  private static final String[] MODEL_FILES = {"onnx", "safetensors", "pth", "pt", "th"};

  private static final float ZOOM_STEP = 1.1f;

  private final Component parent;
  private final Runnable quit;
  private final StateStore store;
  private final Controller controller;
  private Path folder;

  /**
   * @param parent in the window to which dialogs belong
   * @param quit closes the window
   */
  Actions(Component parent, Runnable quit, StateStore store, Controller controller) {
    this.parent = parent;
    this.quit = quit;
    this.store = store;
    this.controller = controller;
  }

  void addTo(ActionTable table) {
    new ChangeActions(store, controller).addTo(table);
    new ViewActions(parent, store, controller).addTo(table);
    controller.comparisons().addTo(table);
    controller.unitSurveys().addTo(table, parent);
    table
        .put(Command.OPEN_MODEL, this::openModel)
        .put(Command.PREVIOUS_BLOCK, () -> controller.selectBlock(store.state().block() - 1))
        .put(Command.NEXT_BLOCK, () -> controller.selectBlock(store.state().block() + 1))
        .put(Command.ENLARGE, this::enlarge)
        .put(Command.BACK, this::back)
        .put(Command.NEXT_COLOR_MAP, this::nextColorMap)
        .put(
            Command.CHANGE_THEME,
            () -> store.update(s -> s.with().look(s.look().flipped()).build()))
        .put(
            Command.SHOW_ARITHMETIC,
            () -> store.update(s -> s.with().arithmetic(!s.arithmetic()).build()))
        .put(Command.MEASURE_FIELD, controller::measureField)
        .put(Command.WINDOW_LARGER, () -> zoomWindow(ZOOM_STEP))
        .put(Command.WINDOW_SMALLER, () -> zoomWindow(1 / ZOOM_STEP))
        .put(Command.WINDOW_USUAL, () -> store.update(s -> s.with().windowZoom(1).build()))
        .put(Command.CANCEL, controller::cancel)
        .put(Command.SHOW_KEYS, () -> new KeySheet(store).show(parent))
        .put(Command.QUIT, quit);
  }

  private void zoomWindow(float factor) {
    store.update(s -> s.with().windowZoom(s.windowZoom() * factor).build());
  }

  private void openModel() {
    FileDialogs.open(
            parent, Command.OPEN_MODEL.label(), folder, Text.of("files.models"), MODEL_FILES)
        .ifPresent(
            file -> {
              folder = file.getParent();
              controller.openModel(file.toString());
            });
  }

  private void enlarge() {
    store.update(s -> s.with().enlarged(!s.enlarged()).build());
  }

  /**
   * One step back: the live screen stops, else the enlarged view, the measured field or the message
   * goes.
   */
  private void back() {
    store.update(Actions::stepBack);
  }

  private static ViewerState stepBack(ViewerState state) {
    ViewerStateBuilder back = state.with();
    if (state.live() != null) {
      return back.live(null).build();
    }
    if (state.enlarged()) {
      return back.enlarged(false).build();
    }
    return (state.field() != null ? back.field(null) : back.message(null)).build();
  }

  private void nextColorMap() {
    store.update(s -> s.withColorMap(next(ColorMap.values(), s.colorMap())));
  }

  /** The constant after one, and after the last the first. */
  static <E extends Enum<E>> E next(E[] all, E current) {
    return all[(current.ordinal() + 1) % all.length];
  }
}
