package io.skipscope.viewer.app;

import io.skipscope.viewer.theme.Theme;
import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;

/**
 * Where the panes of the window stand: there before the panes, so that a window can be seen at once
 * and gets them one by one.
 */
final class Places extends JPanel {
  private static final int NETWORK_WIDTH = 376;
  private static final int RESULT_WIDTH = 270;
  private static final double NETWORK_SHARE = 0.3;
  private static final double RESULT_SHARE = 0.25;

  /** One place, and the side of its panel on which its pane stands. */
  enum Place {
    TOOLS(BorderLayout.NORTH),
    MESSAGE(BorderLayout.SOUTH),
    NETWORK(BorderLayout.CENTER),
    CARD(BorderLayout.CENTER),
    NUMBERS(BorderLayout.CENTER),
    CHANGES(BorderLayout.SOUTH),
    RESULT(BorderLayout.CENTER),
    TIMELINE(BorderLayout.NORTH),
    FILM(BorderLayout.CENTER),
    PROGRESS(BorderLayout.SOUTH);

    private final String side;

    Place(String side) {
      this.side = side;
    }
  }

  private final int startWidth;
  private final JPanel top = place();
  private final JPanel network = place();
  private final JPanel card = place();
  private final JPanel belowCard = place();
  private final JPanel result = place();
  private final JPanel bottom = place();
  private final JSplitPane right;
  private final JSplitPane split;

  /**
   * @param startWidth the window's, in logical pixels, until it has one
   */
  Places(int startWidth) {
    super(new BorderLayout());
    this.startWidth = startWidth;
    card.add(belowCard, BorderLayout.SOUTH);
    card.setMinimumSize(new Dimension(0, 0));
    right = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, card, result);
    right.setResizeWeight(1);
    split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, network, right);
    add(top, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    add(bottom, BorderLayout.SOUTH);
    sizePanes();
  }

  private static JPanel place() {
    return new JPanel(new BorderLayout());
  }

  /** Puts a pane into its place; the next event paints it. In a root pane by now. */
  void put(Place place, JComponent pane) {
    JPanel parent = panel(place);
    parent.add(pane, place.side);
    // In this event, so that the one that paints it has less to do.
    getRootPane().validate();
    parent.repaint();
  }

  private JPanel panel(Place place) {
    return switch (place) {
      case TOOLS, MESSAGE -> top;
      case NETWORK -> network;
      case CARD -> card;
      case NUMBERS, CHANGES -> belowCard;
      case RESULT -> result;
      case TIMELINE, FILM, PROGRESS -> bottom;
    };
  }

  /** Gives the panes the widths that text of the present size needs. */
  void sizePanes() {
    split.setDividerLocation(sideWidth(NETWORK_WIDTH, NETWORK_SHARE));
    Dimension width = new Dimension(sideWidth(RESULT_WIDTH, RESULT_SHARE), 0);
    result.setPreferredSize(width);
    // A window that shrinks takes the width from the card, and gives it back there.
    result.setMinimumSize(width);
    if (right.getWidth() > 0) {
      split.validate();
      right.setDividerLocation(right.getWidth() - right.getDividerSize() - width.width);
    }
  }

  /** However large the text is, the card has most of the window. */
  private int sideWidth(int usual, double share) {
    int window = getWidth() > 0 ? getWidth() : startWidth;
    return Math.min(Theme.scaled(usual), (int) (share * window));
  }
}
