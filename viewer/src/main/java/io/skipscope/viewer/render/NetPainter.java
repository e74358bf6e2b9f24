package io.skipscope.viewer.render;

import io.skipscope.graph.Node;
import io.skipscope.viewer.layout.NetMetrics;
import io.skipscope.viewer.layout.NetPart;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.Survey;
import io.skipscope.viewer.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Stream;

/** Paints the network, on a screen or into a picture: only the parts within the clip. */
public final class NetPainter {
  private final Graphics2D g;
  private final Palette palette;
  private final NetScene scene;
  private final NetMetrics metrics;
  private final NetBlockPainter blocks;

  private NetPainter(Graphics2D g, Palette palette, NetScene scene) {
    this.g = g;
    this.palette = palette;
    this.scene = scene;
    metrics = scene.geometry().metrics();
    blocks = new NetBlockPainter(g, palette, scene);
  }

  public static void paint(Graphics2D g, NetScene scene, Palette palette) {
    if (scene.geometry().isLayered()) {
      new LayeredNetPainter(g, palette, scene).paint();
      return;
    }
    NetPainter painter = new NetPainter(g, palette, scene);
    Rectangle clip = g.getClipBounds();
    for (NetPart part : scene.geometry().parts()) {
      if (clip == null || part.area().intersects(clip)) {
        painter.part(part);
      }
    }
  }

  private void part(NetPart part) {
    ground(part);
    switch (part.kind()) {
      case HEADING -> heading(part);
      case OPERATOR -> operator(part);
      case STAGE -> stage(part);
      case BLOCK -> {
        blocks.paint(part);
        words(part);
      }
    }
    devices(part);
  }

  /** Who does it, at the left edge in colour and beside the name in words. */
  private void devices(NetPart part) {
    List<Spread.Share> shares = scene.shares(part);
    if (shares.isEmpty()) {
      return;
    }
    Rectangle2D area = part.area();
    DeviceMarks.strip(g, shares, 6, area.getY() + 5, area.getHeight() - 10, palette);
    double right = metrics.width() - 12;
    DeviceMarks.words(
        g,
        scene.state().spread(),
        shares,
        right,
        area.getY() + metrics.line(),
        right - nameEnd(part) - 8,
        palette);
  }

  /** Where a block's or a folded stage's name ends, with what stands beside it. */
  private double nameEnd(NetPart part) {
    boolean block = part.kind() == NetPart.Kind.BLOCK;
    String name = block ? part.name() : "\u25b8 " + part.name();
    double end = metrics.textX() + g.getFontMetrics(palette.bold()).stringWidth(name);
    boolean changed = block && scene.isChanged(scene.summary(part));
    return changed
        ? end + 18 + g.getFontMetrics(palette.small()).stringWidth(Text.of("net.changed"))
        : end;
  }

  private void ground(NetPart part) {
    Rectangle2D area = part.area();
    RoundRectangle2D shape =
        new RoundRectangle2D.Double(
            4, area.getY() + 1, area.getWidth() - 8, area.getHeight() - 2, 8, 8);
    if (scene.isSelected(part)) {
      g.setColor(palette.tile());
      g.fill(shape);
      g.setColor(palette.trunk());
      g.setStroke(new BasicStroke(1.6f));
      g.draw(shape);
    }
    if (scene.isFound(part)) {
      g.setColor(palette.highlight());
      g.setStroke(new BasicStroke(1.6f));
      g.draw(shape);
    }
  }

  private void trunk(NetPart part) {
    Rectangle2D area = part.area();
    g.setColor(palette.trunk());
    g.setStroke(BranchStrokes.trunk());
    g.draw(new Line2D.Double(metrics.trunkX(), area.getY(), metrics.trunkX(), area.getMaxY()));
  }

  private void heading(NetPart part) {
    trunk(part);
    BlockSummary first = scene.summary(part);
    float baseline = (float) (part.area().getMaxY() - metrics.line() * 0.5);
    text(BoldFonts.of(palette.small()), palette.secondaryText());
    g.drawString("\u25be " + part.name(), (float) metrics.branchX(), baseline);
    g.setFont(palette.small());
    right(Text.of("list.kind." + first.block().kind()), baseline);
  }

  private void operator(NetPart part) {
    trunk(part);
    double y = part.area().getCenterY();
    g.setColor(palette.background());
    Rectangle2D box = new Rectangle2D.Double(metrics.trunkX() - 5, y - 4, 10, 8);
    g.fill(box);
    g.setColor(palette.trunk());
    g.setStroke(new BasicStroke(1.6f));
    g.draw(box);
    text(palette.small(), palette.secondaryText());
    FontMetrics font = g.getFontMetrics();
    float baseline = (float) (y + font.getAscent() / 2.0 - 1);
    Node node = scene.state().model().graph().node(part.name());
    String shape = StepWords.shape(scene.state().model().graph().shape(node.output()));
    double room = metrics.width() - metrics.branchX() - 20 - font.stringWidth(shape);
    g.drawString(Labels.clip(part.name(), font, room), (float) metrics.branchX(), baseline);
    right(shape, baseline);
  }

  private void stage(NetPart part) {
    trunk(part);
    List<BlockSummary> members = scene.blocksOf(part);
    Rectangle2D area = part.area();
    double step = Math.min(8, (area.getHeight() - 16) / members.size());
    double top = area.getCenterY() - members.size() * step / 2;
    for (int i = 0; i < members.size(); i++) {
      boolean joined = members.get(i).block().hasShortcut();
      boolean changed = scene.isChanged(members.get(i));
      g.setColor(changed ? palette.accent() : joined ? palette.trunk() : palette.branch());
      g.fill(
          new RoundRectangle2D.Double(
              metrics.branchX(),
              top + i * step,
              metrics.branchWidth(),
              Math.max(1.5, step - 2),
              3,
              3));
    }
    text(palette.bold(), palette.text());
    double y = area.getY() + metrics.blockPad() + g.getFontMetrics().getAscent() / 2.0;
    g.drawString("\u25b8 " + part.name(), (float) metrics.textX(), (float) y);
    text(palette.small(), palette.secondaryText());
    String blocksKey = members.size() == 1 ? "net.block" : "net.blocks";
    line(y + metrics.line(), Text.of(blocksKey, members.size()));
    line(
        y + 2 * metrics.line(),
        counts(
            members.stream().mapToLong(b -> b.counts().parameters()).sum(),
            members.stream().mapToLong(b -> b.counts().macs()).sum()));
    long nanos =
        members.stream()
            .mapToLong(b -> scene.measured(b).map(Survey.Block::nanos).orElse(0L))
            .sum();
    if (nanos > 0) {
      line(y + 3 * metrics.line(), Numbers.time(nanos));
    }
  }

  private void words(NetPart part) {
    BlockSummary block = scene.summary(part);
    double y = part.area().getY() + metrics.line();
    text(palette.bold(), palette.text());
    String name = part.name();
    g.drawString(name, (float) metrics.textX(), (float) y);
    if (scene.isChanged(block)) {
      changedMark(metrics.textX() + g.getFontMetrics().stringWidth(name) + 8, y);
    }
    text(palette.small(), block.block().hasShortcut() ? palette.trunk() : palette.accent());
    y += metrics.line();
    line(y, Text.of("list.shortcut." + block.block().shortcutKind()));
    g.setColor(palette.secondaryText());
    String output = StepWords.shape(block.counts().output());
    line(
        y += metrics.line(),
        Text.of("list.shapes", StepWords.shape(block.counts().input()), output),
        Text.of("list.shapes.brief", output));
    line(y += metrics.line(), counts(block.counts().parameters(), block.counts().macs()));
    double last = y + metrics.line();
    scene.measured(block).ifPresent(measured -> measured(measured, last));
  }

  private void changedMark(double x, double baseline) {
    String text = Text.of("net.changed");
    g.setFont(palette.small());
    double width = g.getFontMetrics().stringWidth(text);
    ChangeMarks.chip(
        g, text, x + width / 2 + 5, baseline - g.getFontMetrics().getAscent() / 2.0 + 1, palette);
  }

  /** Time and device, and F's share, with a bar where there is room. */
  private void measured(Survey.Block measured, double y) {
    String brief = Numbers.time(measured.nanos());
    String time = Text.of("net.time", brief, measured.device());
    if (Double.isNaN(measured.share())) {
      line(y, time, brief);
      return;
    }
    FontMetrics font = g.getFontMetrics();
    String share = Text.of("net.share", Numbers.wholePercent(measured.share()));
    double words = font.stringWidth(share) + 6;
    double bar = Math.rint(2 * metrics.line());
    double right = metrics.width() - 14;
    if (font.stringWidth(brief) + words + bar + 6 <= wordsWidth()) {
      shareBar(measured.share(), right - bar, y - metrics.line() * 0.5, bar);
      right -= bar + 6;
    }
    g.drawString(share, (float) (right - words + 6), (float) y);
    double room = right - words - metrics.textX();
    line(y, Labels.fitting(font, room, time, brief));
  }

  private void shareBar(double share, double left, double top, double width) {
    g.setColor(palette.trunk());
    g.fill(new Rectangle2D.Double(left, top, width, 6));
    g.setColor(palette.branch());
    g.fill(new Rectangle2D.Double(left, top, width * share, 6));
    g.setColor(palette.secondaryText());
  }

  private static String[] counts(long parameters, long macs) {
    Object[] counts = {Numbers.count(parameters), Numbers.count(macs)};
    return Stream.of("list.counts", "list.counts.brief", "list.counts.briefest")
        .map(key -> Text.of(key, counts))
        .toArray(String[]::new);
  }

  private double wordsWidth() {
    return metrics.width() - 14 - metrics.textX();
  }

  private void text(Font font, Color color) {
    g.setFont(font);
    g.setColor(color);
  }

  /** Writes the first of these texts that fits. */
  private void line(double baseline, String... texts) {
    String fitting = Labels.fitting(g.getFontMetrics(), wordsWidth(), texts);
    g.drawString(fitting, (float) metrics.textX(), (float) baseline);
  }

  private void right(String text, float baseline) {
    g.drawString(
        text, (float) (metrics.width() - 14 - g.getFontMetrics().stringWidth(text)), baseline);
  }
}
