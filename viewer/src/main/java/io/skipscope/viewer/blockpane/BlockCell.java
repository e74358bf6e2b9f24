package io.skipscope.viewer.blockpane;

import io.skipscope.graph.ShortcutKind;
import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.render.Numbers;
import io.skipscope.viewer.render.StepWords;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import javax.swing.JList;
import javax.swing.ListCellRenderer;

/** Draws one block of the list; the first of a stage has the stage and its kind above it. */
final class BlockCell extends Canvas implements ListCellRenderer<BlockSummary> {
  private static final int PAD = 8;
  private static final int TEXT_X = PAD + ShortcutIcon.WIDTH + 8;

  private BlockSummary block;
  private boolean startsStage;
  private boolean selected;
  private Color selectedText;
  private Color selectedBackground;

  @Override
  public Component getListCellRendererComponent(
      JList<? extends BlockSummary> list,
      BlockSummary value,
      int index,
      boolean isSelected,
      boolean hasFocus) {
    block = value;
    startsStage = index == 0 || !belongTogether(list.getModel().getElementAt(index - 1), value);
    selected = isSelected;
    selectedText = list.getSelectionForeground();
    selectedBackground = list.getSelectionBackground();
    describe(value.block().name(), spoken());
    setToolTipText(spoken());
    return this;
  }

  private static boolean belongTogether(BlockSummary before, BlockSummary block) {
    return before.stage().equals(block.stage()) && before.block().kind() == block.block().kind();
  }

  private String spoken() {
    return Text.of(
        "list.spoken",
        block.block().name(),
        Text.of(block.block().kind()),
        Text.of("list.shortcut." + block.block().shortcutKind()),
        counts());
  }

  private String counts() {
    return Text.of(
        "list.counts",
        Numbers.count(block.counts().parameters()),
        Numbers.count(block.counts().macs()));
  }

  private int lineHeight() {
    return getFontMetrics(Theme.font()).getHeight();
  }

  private int headingHeight() {
    return startsStage ? lineHeight() + 14 : 0;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(250, headingHeight() + 3 * lineHeight() + 12);
  }

  @Override
  protected void draw(Graphics2D g) {
    if (startsStage) {
      heading(g);
    }
    g.translate(0, headingHeight());
    int height = getHeight() - headingHeight();
    if (selected) {
      g.setColor(selectedBackground);
      g.fillRoundRect(4, 1, getWidth() - 8, height - 2, 8, 8);
    }
    lines(g);
  }

  private void heading(Graphics2D g) {
    g.setFont(Theme.palette().small().deriveFont(Font.BOLD));
    g.setColor(Theme.color("secondaryText"));
    int baseline = headingHeight() - 6;
    g.drawString(block.stage(), PAD, baseline);
    g.setFont(Theme.palette().small());
    right(g, Text.of("list.kind." + block.block().kind()), baseline);
  }

  private void lines(Graphics2D g) {
    Color strong = selected ? selectedText : Theme.color("text");
    Color weak = selected ? selectedText : Theme.color("secondaryText");
    icon(g, strong, weak);
    Font font = Theme.font();
    g.setFont(font.deriveFont(Font.BOLD));
    FontMetrics metrics = g.getFontMetrics();
    int baseline = 5 + metrics.getAscent();
    g.setColor(strong);
    g.drawString(block.block().name(), TEXT_X, baseline);
    g.setFont(Theme.palette().small());
    String shortcut = Text.of("list.shortcut." + block.block().shortcutKind());
    boolean none = block.block().shortcutKind() == ShortcutKind.NONE;
    g.setColor(none && !selected ? Theme.color("accent") : weak);
    right(g, shortcut, baseline);
    g.setColor(weak);
    baseline += lineHeight();
    g.drawString(
        Text.of(
            "list.shapes",
            StepWords.shape(block.counts().input()),
            StepWords.shape(block.counts().output())),
        TEXT_X,
        baseline);
    g.drawString(counts(), TEXT_X, baseline + lineHeight());
  }

  private void icon(Graphics2D g, Color strong, Color weak) {
    g.translate(PAD, 7);
    ShortcutIcon.paint(
        g, block.block().shortcutKind(), selected ? strong : Theme.color("trunk"), weak);
    g.translate(-PAD, -7);
  }

  private void right(Graphics2D g, String text, int baseline) {
    int width = g.getFontMetrics().stringWidth(text);
    g.drawString(text, getWidth() - PAD - 4 - width, baseline);
  }
}
