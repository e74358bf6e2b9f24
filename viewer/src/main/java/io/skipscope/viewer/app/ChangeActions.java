package io.skipscope.viewer.app;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.graph.edit.ZeroChannel;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.state.ChangeHistory;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The commands that change the network: each is one step that can be undone. */
final class ChangeActions {
  private final StateStore store;
  private final Controller controller;

  ChangeActions(StateStore store, Controller controller) {
    this.store = store;
    this.controller = controller;
  }

  void addTo(ActionTable table) {
    table
        .put(Command.CUT_SHORTCUT, () -> scale(s -> s.withShortcut(s.shortcut() == 0 ? 1 : 0)))
        .put(Command.DROP_BRANCH, () -> scale(s -> s.withResidual(s.residual() == 0 ? 1 : 0)))
        .put(Command.ZERO_CHANNEL, this::zeroChannel)
        .put(Command.SWAP_NEXT, this::swapWithNext)
        .put(Command.UNDO, () -> controller.change(ChangeHistory::undo))
        .put(Command.REDO, () -> controller.change(ChangeHistory::redo))
        .put(Command.RESET, () -> step(changes -> Changes.NONE));
  }

  private void step(UnaryOperator<Changes> edit) {
    controller.change(history -> history.then(edit.apply(history.present())));
  }

  private void scale(UnaryOperator<Scales> edit) {
    store
        .state()
        .selectedBlock()
        .ifPresent(
            block -> {
              if (block.hasShortcut()) {
                String name = block.name();
                step(changes -> changes.scaled(name, edit.apply(changes.scalesOf(name))));
              } else {
                hint("change.noShortcut", block.name());
              }
            });
  }

  private void zeroChannel() {
    ViewerState state = store.state();
    state
        .selectedBlock()
        .ifPresent(
            block -> {
              int channels = state.model().graph().shape(block.output()).channels();
              if (state.channel() < channels) {
                step(c -> c.toggled(new ZeroChannel(block.output(), state.channel())));
              } else {
                hint("change.noChannel", block.name(), state.channel());
              }
            });
  }

  private void swapWithNext() {
    ViewerState state = store.state();
    Optional<ResidualBlock> next = state.block(state.block() + 1);
    if (state.selectedBlock().isPresent() && next.isPresent()) {
      String name = state.selectedBlock().get().name();
      step(changes -> changes.swapped(new SwapBlocks(name, next.get().name())));
    } else {
      hint("change.noNext");
    }
  }

  private void hint(String key, Object... arguments) {
    store.update(s -> s.with().message(Message.hint(Text.of(key, arguments))).build());
  }
}
