package io.skipscope.viewer.app;

import io.skipscope.image.InputSpec;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.state.InputChoice;
import io.skipscope.viewer.state.InputPreset;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Component;
import java.util.function.UnaryOperator;
import javax.swing.JMenu;

/** How pictures are fed to the network: each choice is one step that can be undone. */
final class FeedActions {
  private final Component parent;
  private final StateStore store;
  private final Controller controller;

  FeedActions(Component parent, StateStore store, Controller controller) {
    this.parent = parent;
    this.store = store;
    this.controller = controller;
  }

  void addTo(ActionTable table) {
    table.put(Command.INPUT_NUMBERS, this::type);
  }

  /** The presets, and where the user's own numbers are typed in. */
  static JMenu menu(StateStore store, Controller controller, ActionTable table) {
    return new ChoiceMenu<>(
        store,
        "menu.input",
        InputPreset.values(),
        state -> state.history().present().input().preset(),
        preset -> {
          if (preset == InputPreset.OWN) {
            table.get(Command.INPUT_NUMBERS).actionPerformed(null);
          } else {
            choose(controller, input -> input.with(preset));
          }
        });
  }

  private static void choose(Controller controller, UnaryOperator<InputChoice> edit) {
    controller.change(
        history -> history.then(history.present().fed(edit.apply(history.present().input()))));
  }

  private void type() {
    ViewerState state = store.state();
    if (state.model() != null) {
      InputChoice current = state.history().present().input();
      InputSpec spec = current.normalising(state.model().inputSpec());
      InputForm.ask(parent, current, spec).ifPresent(typed -> choose(controller, input -> typed));
    }
  }
}
