package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwapMenuTest {
  private final List<SwapBlocks> chosen = new ArrayList<>();

  /** The menu as it is opened while a block of ResNet-20 is selected. */
  private SwapMenu opened(int block) {
    ViewerState state = ViewerState.INITIAL.with().model(OpenNets.resNet20()).block(block).build();
    SwapMenu menu = new SwapMenu(new StateStore(state), chosen::add);
    menu.setSelected(true);
    return menu;
  }

  private static List<String> items(SwapMenu menu) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < menu.getItemCount(); i++) {
      items.add(menu.getItem(i).getText());
    }
    return items;
  }

  @Test
  void blocksAlikeAreOfferedWhereverTheyStand() throws Exception {
    EventQueue.invokeAndWait(
        () -> {
          assertEquals(List.of("layer1.1", "layer1.2"), items(opened(0)));
          assertEquals(List.of("layer1.0", "layer1.1"), items(opened(2)));
        });
  }

  @Test
  void aPairIsTheSameSwapFromEitherOfItsBlocks() throws Exception {
    EventQueue.invokeAndWait(
        () -> {
          opened(0).getItem(1).doClick();
          opened(2).getItem(0).doClick();
        });
    SwapBlocks swap = new SwapBlocks("layer1.0", "layer1.2");
    assertEquals(List.of(swap, swap), chosen);
  }

  @Test
  void aBlockWithoutItsLikeHasNothingToChoose() throws Exception {
    EventQueue.invokeAndWait(
        () -> {
          SwapMenu menu = opened(3);
          assertEquals(1, menu.getItemCount());
          assertFalse(menu.getItem(0).isEnabled());
        });
  }
}
