package io.skipscope.viewer.comparepane;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.WrapLayout;
import io.skipscope.viewer.render.ComparisonWords;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.awt.Dimension;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;

/** Above the maps, while a run is kept: which side is shown, and what is compared with what. */
public final class CompareStrip extends JPanel {
  private static final int GAP = 8;
  private static final Set<ViewerChange> SEEN =
      EnumSet.of(ViewerChange.COMPARISON, ViewerChange.RUN, ViewerChange.MAPS);

  private final Map<ComparedSide, JToggleButton> sides = new EnumMap<>(ComparedSide.class);
  private final JLabel caption = quiet("compare.caption");
  private final JLabel mismatches = quiet("compare.mismatches");

  /**
   * @param choose shows a side
   */
  public CompareStrip(StateStore store, ActionTable actions, Consumer<ComparedSide> choose) {
    WrapLayout.in(this, GAP / 2).setVgap(0);
    setName("compare");
    setBorder(BorderFactory.createEmptyBorder(0, GAP / 2, GAP / 2, GAP));
    JToolBar buttons = bar();
    for (ComparedSide side : ComparedSide.values()) {
      buttons.add(toggle(side, actions, choose, store));
    }
    buttons.addSeparator();
    buttons.add(end(actions));
    add(buttons);
    add(words());
    store.addListener(this::changed);
  }

  private static JToolBar bar() {
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    return bar;
  }

  private JToggleButton toggle(
      ComparedSide side, ActionTable actions, Consumer<ComparedSide> choose, StateStore store) {
    JToggleButton toggle = new JToggleButton(Text.of(side));
    toggle.setName("compare." + side);
    Focus.byTabOnly(toggle);
    toggle.addActionListener(
        event -> {
          choose.accept(side);
          // A click on the selected one would turn it off.
          select(store.state());
        });
    actions.explain(toggle, Command.NEXT_SIDE);
    sides.put(side, toggle);
    return toggle;
  }

  /** Beside the buttons, or beneath them, where it is cut if even then it is too long. */
  private JPanel words() {
    JPanel words =
        new JPanel() {
          @Override
          public Dimension getPreferredSize() {
            Dimension size = super.getPreferredSize();
            int room = CompareStrip.this.getWidth() - 3 * GAP;
            return new Dimension(room > 0 ? Math.min(size.width, room) : size.width, size.height);
          }
        };
    words.setLayout(new BoxLayout(words, BoxLayout.Y_AXIS));
    words.add(caption);
    words.add(mismatches);
    return words;
  }

  private static JButton end(ActionTable actions) {
    JButton end = new JButton(actions.get(Command.END_COMPARISON));
    end.setName("compare.end");
    end.setText(Text.of("compare.end"));
    end.getAccessibleContext().setAccessibleName(Command.END_COMPARISON.label());
    Focus.byTabOnly(end);
    return end;
  }

  private static JLabel quiet(String name) {
    JLabel label = new JLabel();
    label.setName(name);
    label.putClientProperty("FlatLaf.styleClass", "small");
    return label;
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.stream().anyMatch(SEEN::contains)) {
      setVisible(state.comparison() != null && !state.showsWeights());
      if (state.comparison() != null) {
        select(state);
        show(caption, ComparisonWords.caption(state));
        show(mismatches, ComparisonWords.mismatches(state));
        mismatches.setVisible(!mismatches.getText().isEmpty());
      }
    }
  }

  private void select(ViewerState state) {
    sides.forEach(
        (side, toggle) ->
            toggle.setSelected(state.comparison() != null && state.comparison().side() == side));
  }

  /** The tooltip has what the width may cut. */
  private static void show(JLabel label, String words) {
    label.setText(words);
    label.setToolTipText(words.isEmpty() ? null : words);
  }
}
