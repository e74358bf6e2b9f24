package io.skipscope.viewer.blockpane;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.render.BoldFonts;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** What the card says while there is nothing to show: what is missing, and how to get it. */
final class EmptyCard {
  private EmptyCard() {}

  static void paint(Graphics2D g, ViewerState state, Dimension size) {
    if (state.progress() != null) {
      return;
    }
    String key = state.model() == null ? "card.empty.model" : missing(state);
    Command how = key.equals("card.empty.picture") ? Command.OPEN_PICTURE : Command.OPEN_MODEL;
    Font font = Theme.font();
    line(g, BoldFonts.of(font, font.getSize2D() * 1.6f), "text", Text.of(key), size, -10);
    line(g, font, "secondaryText", how(key, how, new KeyMap(state.keys())), size, 18);
  }

  private static String how(String key, Command how, KeyMap keys) {
    return Text.of(key + ".how", keys.text(how), keys.text(Command.SHOW_MAPS));
  }

  private static String missing(ViewerState state) {
    return state.model().blocks().isEmpty() ? "card.empty.blocks" : "card.empty.picture";
  }

  private static void line(
      Graphics2D g, Font font, String colour, String text, Dimension size, int below) {
    g.setFont(font);
    g.setColor(Theme.color(colour));
    FontMetrics metrics = g.getFontMetrics();
    int x = (size.width - metrics.stringWidth(text)) / 2;
    g.drawString(text, Math.max(8, x), size.height / 2 + below);
  }
}
