package io.skipscope.viewer.canvas;

import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/** A drop-down list that follows the state, and tells only of what the user chooses. */
public final class Chooser<T> extends JComboBox<T> {
  private static final int MIN_WIDTH = 100;
  private static final int MAX_WIDTH = 270;

  private boolean following;
  private IntSupplier room = () -> MAX_WIDTH;

  public Chooser(String name, String spoken, Function<T, String> label, Consumer<T> onChoose) {
    setName(name);
    setToolTipText(spoken);
    getAccessibleContext().setAccessibleName(spoken);
    setRenderer(new Labelled<>(label));
    addActionListener(
        event -> {
          if (!following && getSelectedIndex() >= 0) {
            onChoose.accept(getItemAt(getSelectedIndex()));
          }
        });
  }

  /** As {@link #follow}, unless the choice that is in use is shown already. */
  public void show(List<T> choices, T chosen) {
    if (!chosen.equals(getSelectedItem())) {
      follow(choices, chosen);
    }
  }

  /** Shows these choices, of which one is in use. */
  public void follow(List<T> choices, T chosen) {
    following = true;
    setModel(new DefaultComboBoxModel<>());
    choices.forEach(this::addItem);
    setSelectedItem(chosen);
    following = false;
  }

  /**
   * Lets long names be wider than usual.
   *
   * @param newRoom what there is, in pixels
   */
  public void widenInto(IntSupplier newRoom) {
    room = newRoom;
  }

  @Override
  public Dimension getPreferredSize() {
    Dimension size = super.getPreferredSize();
    int widest = Math.max(MAX_WIDTH, room.getAsInt());
    return new Dimension(Math.min(size.width, widest), size.height);
  }

  /** In a small window, long names give way to what stands beside them. */
  @Override
  public Dimension getMinimumSize() {
    Dimension size = getPreferredSize();
    return new Dimension(Math.min(size.width, MIN_WIDTH), size.height);
  }

  @Override
  public Dimension getMaximumSize() {
    return getPreferredSize();
  }

  /** Writes each choice as the window calls it. */
  private static final class Labelled<T> extends DefaultListCellRenderer {
    private final Function<T, String> label;

    Labelled(Function<T, String> label) {
      this.label = label;
    }

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      super.getListCellRendererComponent(list, value, index, selected, focused);
      if (value != null) {
        @SuppressWarnings("unchecked")
        String text = label.apply((T) value);
        setText(text);
        setToolTipText(text);
      }
      return this;
    }
  }
}
