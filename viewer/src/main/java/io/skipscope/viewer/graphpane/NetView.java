package io.skipscope.viewer.graphpane;

import io.skipscope.viewer.canvas.ScrolledCanvas;
import io.skipscope.viewer.canvas.Soon;
import io.skipscope.viewer.layout.NetGeometry;
import io.skipscope.viewer.layout.NetMetrics;
import io.skipscope.viewer.layout.NetPart;
import io.skipscope.viewer.render.Drawing;
import io.skipscope.viewer.render.NetPainter;
import io.skipscope.viewer.render.NetScene;
import io.skipscope.viewer.render.Palette;
import io.skipscope.viewer.render.SpreadWords;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The drawn network on the screen: blocks are selected here, folded, searched and zoomed. */
public final class NetView extends ScrolledCanvas {
  private static final Set<ViewerChange> ARRANGED =
      EnumSet.of(ViewerChange.MODEL, ViewerChange.FOLDS);
  private static final Set<ViewerChange> SEEN =
      EnumSet.of(
          ViewerChange.MODEL,
          ViewerChange.FOLDS,
          ViewerChange.BLOCK,
          ViewerChange.SURVEY,
          ViewerChange.SPREAD,
          ViewerChange.SEARCH,
          ViewerChange.THEME);
  private static final double USUAL_IN_LINES = 19;
  private static final double LEAST_IN_LINES = 14;
  private static final double MOST_IN_LINES = 24;
  private static final double STEP = 1.2;
  private static final double LEAST = 0.05;
  private static final double MOST = 4;

  private final StateStore store;
  private final NetLayout layout = new NetLayout(this::arranged);
  private NetGeometry geometry;
  private final Soon marksFollow = new Soon(this::repaintMarked);

  /** Whose marks were painted last. */
  private Changes painted = Changes.NONE;

  private double zoom = 1;
  private double line;

  /**
   * @param onSelect told of the block that the user selects
   * @param onOperator told of the operator, outside of blocks, that the user selects
   */
  public NetView(StateStore store, IntConsumer onSelect, Consumer<String> onOperator) {
    this.store = store;
    setName("network");
    takeTabStop();
    NetMouse mouse = new NetMouse(this, store, onSelect, onOperator);
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addMouseWheelListener(mouse);
    store.addListener(this::changed);
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.contains(ViewerChange.MODEL)) {
      geometry = null;
    }
    if (changes.stream().anyMatch(ARRANGED::contains)) {
      arrange(state);
    } else if (changes.contains(ViewerChange.BLOCK)) {
      showSelected();
    }
    boolean waiting = state.model() == null && changes.contains(ViewerChange.PROGRESS);
    if (waiting || changes.stream().anyMatch(SEEN::contains)) {
      describe(Text.of("net.name"), spoken(state));
      repaint();
    } else if (changes.contains(ViewerChange.CHANGES)) {
      marksFollow.ask(this);
    }
  }

  /** Most of a network stays as it is when something of some blocks is changed. */
  private void repaintMarked() {
    Changes before = painted;
    Changes after = store.state().history().present();
    painted = after;
    if (geometry == null || geometry.isLayered()) {
      repaint();
      return;
    }
    NetScene scene = new NetScene(geometry, store.state());
    geometry.parts().stream()
        .filter(part -> scene.isMarked(part, before) || scene.isMarked(part, after))
        .map(part -> onScreen(part.area()))
        .forEach(this::repaint);
  }

  private Rectangle onScreen(Rectangle2D area) {
    return new Rectangle2D.Double(
            area.getX() * zoom, area.getY() * zoom, area.getWidth() * zoom, area.getHeight() * zoom)
        .getBounds();
  }

  private void arrange(ViewerState state) {
    line = getFontMetrics(Theme.font()).getHeight();
    layout.arrange(state.model(), state.folds(), new NetMetrics(line, fittingWidth()));
  }

  /** As wide as the pane, which is neither scrolled sideways nor left with a gap. */
  private double fittingWidth() {
    double pane = getParent() == null ? 0 : getParent().getWidth();
    return pane == 0
        ? Math.rint(USUAL_IN_LINES * line)
        : Math.max(
            Math.rint(LEAST_IN_LINES * line), Math.min(Math.rint(MOST_IN_LINES * line), pane));
  }

  /** The pane has another width now. */
  void fitWidth() {
    boolean chain = geometry != null && !geometry.isLayered();
    if (chain && geometry.metrics().width() != fittingWidth()) {
      arrange(store.state());
    }
  }

  /** The font may be of another size now. */
  @Override
  public void updateUI() {
    super.updateUI();
    if (line != getFontMetrics(Theme.font()).getHeight()) {
      arrange(store.state());
    }
  }

  private static String spoken(ViewerState state) {
    return state
        .selectedBlock()
        .map(
            block ->
                SpreadWords.withOwner(
                    Text.of(
                        "net.spoken",
                        block.name(),
                        Text.of("list.shortcut." + block.shortcutKind())),
                    state.spread(),
                    block.name()))
        .orElse(Text.of("list.empty"));
  }

  private void arranged(NetGeometry done) {
    geometry = done;
    revalidate();
    repaint();
    showSelected();
  }

  private void showSelected() {
    if (geometry != null) {
      geometry.partOf(store.state().block()).ifPresent(this::show);
    }
  }

  /** Scrolls so that a part is in view. */
  private void show(NetPart part) {
    Rectangle2D area = part.area();
    scrollRectToVisible(
        new Rectangle(
            (int) (area.getX() * zoom),
            (int) (area.getY() * zoom) - 20,
            geometry.isLayered() ? (int) (area.getWidth() * zoom) : 1,
            (int) (area.getHeight() * zoom) + 40));
  }

  /** Selects the next part that the search finds, from the selected one on. */
  public void findNext(IntConsumer onSelect) {
    if (geometry == null || store.state().search().isEmpty()) {
      return;
    }
    NetScene scene = new NetScene(geometry, store.state());
    List<NetPart> found = geometry.parts().stream().filter(scene::isFound).toList();
    NetPart selected = geometry.partOf(store.state().block()).orElse(null);
    int after = geometry.parts().indexOf(selected);
    Optional<NetPart> next =
        found.stream().filter(part -> geometry.parts().indexOf(part) > after).findFirst();
    next.or(() -> found.stream().findFirst())
        .ifPresent(
            part -> {
              if (part.block() >= 0) {
                onSelect.accept(part.block());
              }
              show(part);
            });
  }

  /** The whole network as a picture to keep; empty while there is none. */
  Optional<Drawing> drawing() {
    if (geometry == null) {
      return Optional.empty();
    }
    NetScene scene = new NetScene(geometry, store.state());
    Palette palette = Theme.palette();
    return Optional.of(
        new Drawing(
            store.state().model().name() + "-network",
            (int) Math.ceil(geometry.width()),
            (int) Math.ceil(geometry.height()),
            palette.background(),
            g -> NetPainter.paint(g, scene, palette)));
  }

  Optional<NetPart> partAt(int x, int y) {
    return geometry == null ? Optional.empty() : geometry.partAt(x / zoom, y / zoom);
  }

  public void zoomIn() {
    zoomAround(centre(), 1);
  }

  public void zoomOut() {
    zoomAround(centre(), -1);
  }

  /** Enlarges by some steps, or reduces by as many below zero; what is at a point stays there. */
  void zoomAround(Point point, double steps) {
    zoomTo(zoom * Math.pow(STEP, steps), point);
  }

  /** Shows the whole network, or its usual size if that is what is shown. */
  public void fit() {
    double whole = geometry == null ? 1 : fitting(geometry);
    boolean fitted = Math.abs(zoom - whole) < 0.01;
    zoomTo(fitted ? 1 : Math.min(1, whole), centre());
  }

  /** The zoom at which all of a network is in view; a chain is as wide as the view anyway. */
  private double fitting(NetGeometry net) {
    double high = getParent().getHeight() / net.height();
    return net.isLayered() ? Math.min(high, getParent().getWidth() / net.width()) : high;
  }

  private void zoomTo(double wanted, Point fixed) {
    double before = zoom;
    zoom = Math.max(LEAST, Math.min(MOST, wanted));
    resizeAround(fixed, zoom / before);
  }

  @Override
  protected void draw(Graphics2D g) {
    g.setColor(Theme.color("card"));
    g.fillRect(0, 0, getWidth(), getHeight());
    ViewerState state = store.state();
    if (geometry == null) {
      empty(g, state);
      return;
    }
    AffineTransform plain = g.getTransform();
    g.scale(zoom, zoom);
    NetPainter.paint(g, new NetScene(geometry, state), Theme.palette());
    g.setTransform(plain);
  }

  private static void empty(Graphics2D g, ViewerState state) {
    if (state.progress() == null || state.model() != null) {
      g.setFont(Theme.font());
      g.setColor(Theme.color("secondaryText"));
      g.drawString(Text.of(state.model() == null ? "list.empty" : "net.arranging"), 12, 28);
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return geometry == null
        ? new Dimension(200, 200)
        : new Dimension((int) (geometry.width() * zoom), (int) Math.ceil(geometry.height() * zoom));
  }
}
