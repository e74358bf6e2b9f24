package io.skipscope.viewer.blockpane;

import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;

/** The blocks of the open model, grouped by stage. */
public final class BlockList extends JList<BlockSummary> {
  private final DefaultListModel<BlockSummary> items = new DefaultListModel<>();
  private ViewerState shown = ViewerState.INITIAL;
  private boolean following;

  /**
   * @param onSelect told of the index that the user selects
   */
  public BlockList(StateStore store, IntConsumer onSelect) {
    setName("blocks");
    setModel(items);
    setCellRenderer(new BlockCell());
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    getAccessibleContext().setAccessibleName(Text.of("list.title"));
    // A drop onto the list is the window's affair.
    setTransferHandler(null);
    leaveToTheWindow("LEFT", "RIGHT");

    addListSelectionListener(
        event -> {
          if (!following && !event.getValueIsAdjusting() && getSelectedIndex() >= 0) {
            onSelect.accept(getSelectedIndex());
          }
        });
    store.addListener(this::changed);
  }

  /** Frees keys that lists usually take, so that they select channels here too. */
  private void leaveToTheWindow(String... keys) {
    for (String key : keys) {
      getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), "none");
    }
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    shown = state;
    following = true;
    if (changes.contains(ViewerChange.MODEL)) {
      items.clear();
      if (state.model() != null) {
        items.addAll(state.model().blocks());
      }
    }
    if (changes.contains(ViewerChange.MODEL) || changes.contains(ViewerChange.BLOCK)) {
      if (state.block() < items.size()) {
        setSelectedIndex(state.block());
        ensureIndexIsVisible(state.block());
      }
    }
    following = false;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    if (items.isEmpty() && shown.progress() == null) {
      Graphics2D g = (Graphics2D) graphics;
      Canvas.smooth(g);
      g.setColor(Theme.color("secondaryText"));
      g.setFont(Theme.font());
      g.drawString(Text.of(shown.model() == null ? "list.empty" : "list.noBlocks"), 12, 28);
    }
  }
}
