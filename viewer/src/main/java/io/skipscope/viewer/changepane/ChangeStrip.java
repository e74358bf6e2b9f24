package io.skipscope.viewer.changepane;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.Soon;
import io.skipscope.viewer.canvas.WrapLayout;
import io.skipscope.viewer.state.ChangeHistory;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.FontMetrics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JToolBar;

/** The line beneath the card: what can be changed in the selected block, and undone. */
public final class ChangeStrip extends JToolBar {
  private static final int GAP = 10;

  private final StateStore store;
  private final Consumer<UnaryOperator<ChangeHistory>> change;
  private final ScaleSlider residual;
  private final ScaleSlider shortcut;
  private final ActionTable actions;
  private final Map<Command, JButton> worded = new EnumMap<>(Command.class);
  private final Soon slidersFollow;
  private final WrapLayout lines = WrapLayout.in(this, 1);
  private boolean narrow;

  /**
   * @param change makes the network another one
   */
  public ChangeStrip(
      StateStore store, ActionTable actions, Consumer<UnaryOperator<ChangeHistory>> change) {
    this.store = store;
    this.actions = actions;
    this.change = change;
    setName("changes");
    setFloatable(false);
    setBorder(BorderFactory.createEmptyBorder(4, GAP / 2, 4, GAP / 2));
    residual = new ScaleSlider("change.residual", (v, on) -> scale(s -> s.withResidual(v), on));
    shortcut = new ScaleSlider("change.shortcut", (v, on) -> scale(s -> s.withShortcut(v), on));
    add(residual);
    add(shortcut);
    button(Command.DROP_BRANCH);
    button(Command.CUT_SHORTCUT);
    button(Command.ZERO_CHANNEL);
    button(Command.SWAP_NEXT);
    add(history());
    slidersFollow = new Soon(() -> followSliders(store.state()));
    store.addListener(this::changed);
  }

  private void button(Command command) {
    JButton button = named(command);
    button.setText(words(command, narrow));
    worded.put(command, button);
    add(button);
  }

  private static String words(Command command, boolean narrow) {
    return Text.of((narrow ? "change.narrow." : "change.short.") + command);
  }

  /** Makes do with fewer words and shorter sliders where one line has no room for all. */
  @Override
  public void doLayout() {
    if (narrow != usualWidth() > getWidth()) {
      narrow = !narrow;
      worded.forEach((command, button) -> button.setText(words(command, narrow)));
      residual.narrow(narrow);
      shortcut.narrow(narrow);
    }
    super.doLayout();
  }

  /** Of one line with all words and the usual sliders, whatever is shown now. */
  private int usualWidth() {
    int width = lines.lineWidth(this) + residual.lackingWidth() + shortcut.lackingWidth();
    for (Map.Entry<Command, JButton> entry : worded.entrySet()) {
      JButton button = entry.getValue();
      FontMetrics metrics = button.getFontMetrics(button.getFont());
      width += metrics.stringWidth(words(entry.getKey(), false));
      width -= metrics.stringWidth(button.getText());
    }
    return width;
  }

  /** The ways back and forth, as icons, which stay together where there is more than one line. */
  private JPanel history() {
    JPanel icons = new JPanel();
    icons.setLayout(new BoxLayout(icons, BoxLayout.X_AXIS));
    icons.setOpaque(false);
    icons.add(Box.createHorizontalStrut(GAP));
    icons.add(icon(Command.UNDO, "undo"));
    icons.add(icon(Command.REDO, "redo"));
    icons.add(icon(Command.RESET, "reset"));
    return icons;
  }

  private JButton icon(Command command, String icon) {
    JButton button = named(command);
    button.setHideActionText(true);
    button.setIcon(Theme.icon(icon));
    button.putClientProperty("JButton.buttonType", "toolBarButton");
    return button;
  }

  private JButton named(Command command) {
    JButton button = new JButton(actions.get(command));
    button.setName("change." + command);
    button.getAccessibleContext().setAccessibleName(command.label());
    Focus.byTabOnly(button);
    return button;
  }

  /** While a slider is moved, all its positions together are one step. */
  private void scale(UnaryOperator<Scales> edit, boolean sameStep) {
    store
        .state()
        .selectedBlock()
        .map(ResidualBlock::name)
        .ifPresent(
            block ->
                change.accept(
                    history -> {
                      Changes now = history.present();
                      Changes next = now.scaled(block, edit.apply(now.scalesOf(block)));
                      return sameStep ? history.amended(next) : history.then(next);
                    }));
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    boolean other = changes.contains(ViewerChange.BLOCK) || changes.contains(ViewerChange.MODEL);
    if (other || changes.contains(ViewerChange.CHANGES)) {
      followActions(state);
      if (other) {
        followSliders(state);
      } else {
        slidersFollow.ask(this);
      }
    }
  }

  private void followSliders(ViewerState state) {
    boolean joined = isJoined(state);
    Scales scales =
        joined
            ? state.history().present().scalesOf(state.selectedBlock().orElseThrow().name())
            : Scales.UNCHANGED;
    residual.follow(scales.residual(), joined);
    shortcut.follow(scales.shortcut(), joined);
  }

  private static boolean isJoined(ViewerState state) {
    return state.selectedBlock().filter(ResidualBlock::hasShortcut).isPresent();
  }

  private void followActions(ViewerState state) {
    boolean joined = isJoined(state);
    actions.get(Command.DROP_BRANCH).setEnabled(joined);
    actions.get(Command.CUT_SHORTCUT).setEnabled(joined);
    actions.get(Command.ZERO_CHANNEL).setEnabled(state.selectedBlock().isPresent());
    actions.get(Command.SWAP_NEXT).setEnabled(state.block(state.block() + 1).isPresent());
    actions.get(Command.UNDO).setEnabled(state.history().canUndo());
    actions.get(Command.REDO).setEnabled(state.history().canRedo());
    actions.get(Command.RESET).setEnabled(!state.history().present().isEmpty());
  }
}
