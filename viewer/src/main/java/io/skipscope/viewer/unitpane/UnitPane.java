package io.skipscope.viewer.unitpane;

import io.skipscope.lab.units.Excitation;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.ScrollPanes;
import io.skipscope.viewer.render.UnitWords;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.UnitFindings;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import java.awt.Insets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;

/**
 * Beneath the maps: what their channels did over many pictures, and what excites the selected one.
 * Hidden where that is not known.
 */
public final class UnitPane extends JPanel {
  /** What the filter of the maps is while only dead channels are shown. */
  public static final String DEAD = "dead";

  private static final int GAP = 8;
  private static final Set<ViewerChange> SEEN =
      EnumSet.of(
          ViewerChange.UNITS,
          ViewerChange.RUN,
          ViewerChange.COMPARISON,
          ViewerChange.MAPS,
          ViewerChange.BLOCK,
          ViewerChange.CHANNEL);

  private final JLabel title = label("units.title");
  private final JLabel channel = label("units.channel");
  private final JButton closest = new JButton(" ");
  private final JToggleButton dead;
  private final PatchView patches;

  /**
   * @param open told the place whose picture the user wants
   */
  public UnitPane(StateStore store, ActionTable actions, Consumer<Excitation> open) {
    super(new BorderLayout(GAP, 0));
    patches = new PatchView(open);
    dead = new JToggleButton(actions.get(Command.SHOW_DEAD));
    setName("units");
    setBorder(BorderFactory.createEmptyBorder(0, GAP, 0, GAP));
    setVisible(false);
    add(header(actions), BorderLayout.NORTH);
    add(facts(actions), BorderLayout.WEST);
    JScrollPane scroll = ScrollPanes.of(patches);
    scroll.setVerticalScrollBarPolicy(JScrollPane.VERTICAL_SCROLLBAR_NEVER);
    // A bar that comes and goes would hide the captions.
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_ALWAYS);
    add(scroll, BorderLayout.CENTER);
    store.addListener(this::changed);
  }

  private static JLabel label(String name) {
    JLabel label = new JLabel(" ");
    label.setName(name);
    label.putClientProperty("FlatLaf.styleClass", "small");
    return label;
  }

  private JPanel header(ActionTable actions) {
    dead.setName("units.dead");
    dead.getAccessibleContext().setAccessibleName(Command.SHOW_DEAD.label());
    Focus.byTabOnly(dead);
    JButton close = new JButton(actions.get(Command.CLOSE_SURVEY));
    close.setName("units.close");
    close.setHideActionText(true);
    close.setIcon(Theme.icon("close"));
    close.getAccessibleContext().setAccessibleName(Command.CLOSE_SURVEY.label());
    Focus.byTabOnly(close);
    JToolBar buttons = new JToolBar();
    buttons.setFloatable(false);
    buttons.add(dead);
    buttons.add(close);
    JPanel header = new JPanel(new BorderLayout(GAP, 0));
    header.add(title, BorderLayout.CENTER);
    header.add(buttons, BorderLayout.EAST);
    return header;
  }

  private JPanel facts(ActionTable actions) {
    closest.setName("units.closest");
    closest.getAccessibleContext().setAccessibleName(Command.GO_CLOSEST.label());
    closest.putClientProperty("JButton.buttonType", "borderless");
    Insets margin = closest.getMargin();
    closest.setMargin(new Insets(margin.top, 0, margin.bottom, 0));
    actions.explain(closest, Command.GO_CLOSEST);
    closest.addActionListener(actions.get(Command.GO_CLOSEST));
    Focus.byTabOnly(closest);
    channel.setAlignmentX(LEFT_ALIGNMENT);
    closest.setAlignmentX(LEFT_ALIGNMENT);
    JPanel facts = new JPanel();
    facts.setLayout(new BoxLayout(facts, BoxLayout.Y_AXIS));
    facts.add(Box.createVerticalStrut(GAP));
    facts.add(channel);
    facts.add(Box.createVerticalStrut(GAP / 2));
    facts.add(closest);
    return facts;
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.stream().anyMatch(SEEN::contains)) {
      UnitFindings shown = state.shownUnits();
      setVisible(shown != null);
      if (shown != null) {
        show(shown, state);
      }
    }
  }

  private void show(UnitFindings shown, ViewerState state) {
    int selected = Math.min(state.channel(), shown.units().channels().size() - 1);
    words(title, UnitWords.title(shown));
    if (!shown.skipped().isEmpty()) {
      title.setToolTipText(UnitWords.skipped(shown));
    }
    words(channel, UnitWords.channel(shown, selected));
    String alike = UnitWords.closest(shown, selected);
    closest.setText(alike);
    closest.getAccessibleContext().setAccessibleName(alike);
    closest.setEnabled(UnitWords.partner(shown, selected).isPresent());
    dead.setSelected(state.maps().selection().filter().equals(DEAD));
    patches.show(shown, selected);
  }

  /** The tooltip has what the width may cut. */
  private static void words(JLabel label, String words) {
    label.setText(words);
    label.setToolTipText(words);
  }
}
