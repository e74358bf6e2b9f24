package io.skipscope.viewer.app;

import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** A menu of the blocks that the selected one can change places with. */
final class SwapMenu extends JMenu {
  /**
   * @param onSwap told of what the user chooses; of two blocks the first in running order comes
   *     first, so that the same swap again takes it back
   */
  SwapMenu(StateStore store, Consumer<SwapBlocks> onSwap) {
    super(Text.of("menu.swap"));
    setName("menu.swap");
    addMenuListener(
        new MenuListener() {
          @Override
          public void menuSelected(MenuEvent event) {
            fill(store.state(), onSwap);
          }

          @Override
          public void menuDeselected(MenuEvent event) {}

          @Override
          public void menuCanceled(MenuEvent event) {}
        });
  }

  private void fill(ViewerState state, Consumer<SwapBlocks> onSwap) {
    removeAll();
    for (SwapBlocks swap : fitting(state)) {
      String selected = state.selectedBlock().orElseThrow().name();
      JMenuItem item = new JMenuItem(swap.first().equals(selected) ? swap.second() : swap.first());
      item.addActionListener(event -> onSwap.accept(swap));
      add(item);
    }
    if (getItemCount() == 0) {
      JMenuItem none = new JMenuItem(Text.of("menu.swap.none"));
      none.setEnabled(false);
      add(none);
    }
  }

  private static List<SwapBlocks> fitting(ViewerState state) {
    if (state.selectedBlock().isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, state.model().blocks().size())
        .filter(other -> other != state.block())
        .mapToObj(other -> swap(state, other))
        .filter(swap -> swap.fits(state.model().graph()))
        .toList();
  }

  private static SwapBlocks swap(ViewerState state, int other) {
    return new SwapBlocks(
        name(state, Math.min(other, state.block())), name(state, Math.max(other, state.block())));
  }

  private static String name(ViewerState state, int block) {
    return state.block(block).orElseThrow().name();
  }
}
