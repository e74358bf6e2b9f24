package io.skipscope.viewer.app;

import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;

/**
 * Where the panes of the window stand: there before the panes, so that a window can be seen at once
 * and gets them one by one. Empty places take no room beside the others.
 */
final class Places extends JPanel {
  private static final int NETWORK_WIDTH = 376;
  private static final int RESULT_WIDTH = 270;
  private static final double NETWORK_SHARE = 0.3;
  private static final double RESULT_SHARE = 0.25;

  /** The places, from the top to the bottom and from the left to the right. */
  enum Place {
    TOOLS,
    MESSAGE,
    NETWORK,
    CARD,
    NUMBERS,
    CHANGES,
    RESULT,
    TIMELINE,
    FILM,
    PROGRESS
  }

  private final Map<Place, JPanel> panels = new EnumMap<>(Place.class);
  private final int startWidth;
  private final JSplitPane right;
  private final JSplitPane split;
  private int networkWidth;
  private int resultWidth;

  /**
   * @param startWidth the window's, in logical pixels, until it has one
   */
  Places(int startWidth) {
    super(new BorderLayout());
    this.startWidth = startWidth;
    for (Place place : Place.values()) {
      panels.put(place, panel());
    }
    right = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, middle(), at(Place.RESULT));
    right.setResizeWeight(1);
    split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, at(Place.NETWORK), right);
    JPanel top = panel();
    top.add(at(Place.TOOLS), BorderLayout.NORTH);
    top.add(at(Place.MESSAGE), BorderLayout.SOUTH);
    JPanel bottom = panel();
    bottom.add(at(Place.TIMELINE), BorderLayout.NORTH);
    bottom.add(at(Place.FILM), BorderLayout.CENTER);
    bottom.add(at(Place.PROGRESS), BorderLayout.SOUTH);
    add(top, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    add(bottom, BorderLayout.SOUTH);
    sizePanes();
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            followWindow();
          }
        });
  }

  private JPanel middle() {
    JPanel below = panel();
    below.add(at(Place.NUMBERS), BorderLayout.CENTER);
    below.add(at(Place.CHANGES), BorderLayout.SOUTH);
    JPanel middle = panel();
    middle.add(at(Place.CARD), BorderLayout.CENTER);
    middle.add(below, BorderLayout.SOUTH);
    middle.setMinimumSize(new Dimension(0, 0));
    return middle;
  }

  private static JPanel panel() {
    return new JPanel(new BorderLayout());
  }

  private JPanel at(Place place) {
    return panels.get(place);
  }

  /** Puts a pane into its place; the next event paints it. In a root pane by now. */
  void put(Place place, JComponent pane) {
    at(place).add(pane, BorderLayout.CENTER);
    // In this event, so that the one that paints it has less to do.
    getRootPane().validate();
    at(place).repaint();
  }

  /** Gives the panes the widths that text of the present size needs. */
  void sizePanes() {
    networkWidth = sideWidth(NETWORK_WIDTH, NETWORK_SHARE);
    resultWidth = sideWidth(RESULT_WIDTH, RESULT_SHARE);
    split.setDividerLocation(networkWidth);
    Dimension width = new Dimension(resultWidth, 0);
    at(Place.RESULT).setPreferredSize(width);
    // A window that shrinks takes the width from the card, and gives it back there.
    at(Place.RESULT).setMinimumSize(width);
    if (right.getWidth() > 0) {
      split.validate();
      right.setDividerLocation(right.getWidth() - right.getDividerSize() - resultWidth);
    }
  }

  /** A small window has narrower panes; those whose width the user has chosen keep it. */
  private void followWindow() {
    boolean asGiven =
        split.getDividerLocation() == networkWidth && at(Place.RESULT).getWidth() == resultWidth;
    boolean fits =
        networkWidth == sideWidth(NETWORK_WIDTH, NETWORK_SHARE)
            && resultWidth == sideWidth(RESULT_WIDTH, RESULT_SHARE);
    if (asGiven && !fits) {
      sizePanes();
    }
  }

  /** However large the text is, the card has most of the window. */
  private int sideWidth(int usual, double share) {
    int window = getWidth() > 0 ? getWidth() : startWidth;
    return Math.min(Theme.scaled(usual), (int) (share * window));
  }
}
