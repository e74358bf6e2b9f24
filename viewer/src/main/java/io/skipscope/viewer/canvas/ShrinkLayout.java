package io.skipscope.viewer.canvas;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.JComponent;

/**
 * Sets components in one line, which get narrower, down to their least widths, before the last of
 * them go to a line beneath.
 */
public final class ShrinkLayout implements LayoutManager {
  private final int gap;

  private ShrinkLayout(int gap) {
    this.gap = gap;
  }

  /**
   * Lays a component out, anew whenever its width, and so the number of its lines, may change.
   *
   * @param gap between components, in logical pixels
   */
  public static ShrinkLayout in(JComponent target, int gap) {
    ShrinkLayout lines = new ShrinkLayout(gap);
    target.setLayout(lines);
    WrapLayout.followWidth(target);
    return lines;
  }

  /** How wide the container is at least if all its components stand in one line. */
  public int leastWidth(Container target) {
    return around(target) + width(parts(target), true);
  }

  /** Beside the line. */
  private int around(Container target) {
    Insets insets = target.getInsets();
    return insets.left + insets.right + 2 * gap;
  }

  private static List<Component> parts(Container target) {
    return Arrays.stream(target.getComponents()).filter(Component::isVisible).toList();
  }

  private static int width(Component part, boolean least) {
    int preferred = part.getPreferredSize().width;
    return least ? Math.min(preferred, part.getMinimumSize().width) : preferred;
  }

  private int width(List<Component> line, boolean least) {
    int gaps = Math.max(0, line.size() - 1) * gap;
    return gaps + line.stream().mapToInt(part -> width(part, least)).sum();
  }

  private static int height(List<Component> line) {
    return line.stream().mapToInt(part -> part.getPreferredSize().height).max().orElse(0);
  }

  /** As few as the least widths allow. */
  private List<List<Component>> lines(Container target, int room) {
    List<List<Component>> lines = new ArrayList<>();
    List<Component> line = new ArrayList<>();
    for (Component part : parts(target)) {
      line.add(part);
      if (line.size() > 1 && width(line, true) > room) {
        line.remove(part);
        lines.add(line);
        line = new ArrayList<>(List.of(part));
      }
    }
    lines.add(line);
    return lines;
  }

  @Override
  public Dimension preferredLayoutSize(Container target) {
    int width =
        target.getWidth() > 0 ? target.getWidth() : around(target) + width(parts(target), false);
    Insets insets = target.getInsets();
    int height = insets.top + insets.bottom + gap;
    for (List<Component> line : lines(target, width - around(target))) {
      height += height(line) + gap;
    }
    return new Dimension(width, height);
  }

  @Override
  public Dimension minimumLayoutSize(Container target) {
    return new Dimension(0, preferredLayoutSize(target).height);
  }

  @Override
  public void layoutContainer(Container target) {
    int room = target.getWidth() - around(target);
    int top = target.getInsets().top + gap;
    for (List<Component> line : lines(target, room)) {
      place(line, target.getInsets().left + gap, top, room);
      top += height(line) + gap;
    }
  }

  /** Each gives of what it can spare the same share. */
  private void place(List<Component> line, int left, int top, int room) {
    int preferred = width(line, false);
    int spare = preferred - width(line, true);
    double missing = Math.max(0, preferred - room);
    double share = spare == 0 ? 0 : Math.min(1, missing / spare);
    int height = height(line);
    int x = left;
    for (Component part : line) {
      int most = width(part, false);
      int width = (int) (most - share * (most - width(part, true)));
      int own = part.getPreferredSize().height;
      part.setBounds(x, top + (height - own) / 2, width, own);
      x += width + gap;
    }
  }

  @Override
  public void addLayoutComponent(String name, Component part) {
    // Components need no constraints.
  }

  @Override
  public void removeLayoutComponent(Component part) {
    // What is laid out is asked of the container.
  }
}
