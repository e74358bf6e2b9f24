package io.skipscope.viewer.blockpane;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.image.ColorScale;
import io.skipscope.viewer.canvas.ScrolledCanvas;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.layout.CardMetrics;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.render.CardPainter;
import io.skipscope.viewer.render.CardScene;
import io.skipscope.viewer.render.Drawing;
import io.skipscope.viewer.render.Palette;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.event.MouseEvent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.swing.ToolTipManager;

/** The block card on the screen: paints the state's last run and turns the mouse into changes. */
public final class CardView extends ScrolledCanvas {
  private static final Set<ViewerChange> SEEN =
      EnumSet.of(
          ViewerChange.RUN,
          ViewerChange.COMPARISON,
          ViewerChange.CHANNEL,
          ViewerChange.ENLARGED,
          ViewerChange.POINTER,
          ViewerChange.COLOR_MAP,
          ViewerChange.RANGE,
          ViewerChange.THEME,
          ViewerChange.MODEL,
          ViewerChange.PICTURE);

  private final StateStore store;
  private final CardAhead ahead = new CardAhead();
  private final CardZoom zoom = new CardZoom();
  private ColorScale scale;
  private CardPlan laidOut;

  /**
   * @param onTitle told of the value whose title is clicked, as the maps pane names it
   */
  public CardView(StateStore store, Consumer<String> onTitle) {
    this.store = store;
    setName("card");
    describe(Text.of("card.name"), this::spoken);
    setOpaque(true);
    takeTabStop();
    ToolTipManager.sharedInstance().registerComponent(this);

    CardMouse mouse = new CardMouse(this, store, onTitle);
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    store.addListener(this::changed);
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    boolean rescale =
        changes.contains(ViewerChange.RUN)
            || changes.contains(ViewerChange.COMPARISON)
            || changes.contains(ViewerChange.COLOR_MAP)
            || changes.contains(ViewerChange.RANGE);
    if (rescale && showsBlock(state)) {
      scale = ahead.scale(state);
    }
    if (changes.contains(ViewerChange.MODEL) && isShowing()) {
      // Its first run can be ready before the card has been painted at all.
      noteScreen();
    }
    if (changes.contains(ViewerChange.RUN) && !isLaidOut(state)) {
      laidOut = showsBlock(state) ? state.run().plan() : null;
      revalidate();
    }
    if (changes.stream().anyMatch(SEEN::contains)) {
      descriptionChanged();
      repaint();
    }
  }

  /** Prepares the card of a state that will be shown, if the card is in view; any thread. */
  public void prepare(ViewerState state) {
    if (showsBlock(state) && !state.maps().open()) {
      ahead.prepare(state);
    }
  }

  private void noteScreen() {
    Graphics2D g = (Graphics2D) getGraphics();
    try {
      smooth(g);
      ahead.paintedOn(screen(g));
    } finally {
      g.dispose();
    }
  }

  private CardScreen screen(Graphics2D g) {
    return new CardScreen(
        place(g.getTransform().getScaleX()),
        Theme.palette(),
        getVisibleRect(),
        g.getRenderingHints());
  }

  private static boolean showsBlock(ViewerState state) {
    return state.run() != null && state.run().hasBlock();
  }

  /** Whether the card of the state's run is as large as the one before. */
  private boolean isLaidOut(ViewerState state) {
    return laidOut != null && showsBlock(state) && laidOut.equals(state.run().plan());
  }

  private String spoken() {
    ViewerState state = store.state();
    if (!showsBlock(state)) {
      return Text.of("card.empty.model");
    }
    ResidualBlock block = state.run().plan().block();
    return Text.of(
        "card.description",
        block.name(),
        Text.of(block.shortcutKind()),
        state.channel(),
        ahead.spoken(state));
  }

  /** Draws the card larger; it then scrolls. */
  public void zoomIn() {
    zoom.in();
    revalidate();
    repaint();
  }

  /** Draws the card smaller, down to what fits the window. */
  public void zoomOut() {
    zoom.out();
    revalidate();
    repaint();
  }

  /** What is to be painted now, or empty while there is no run. */
  Optional<CardScene> scene() {
    return scene(getGraphicsConfiguration().getDefaultTransform().getScaleX());
  }

  private Optional<CardScene> scene(double deviceScale) {
    ViewerState state = store.state();
    if (!showsBlock(state)) {
      return Optional.empty();
    }
    return Optional.of(place(deviceScale).scene(state, scale));
  }

  private CardPlace place(double deviceScale) {
    return new CardPlace(metrics(), getWidth(), getHeight(), deviceScale);
  }

  /** The card, to be kept with the numbers of its tiles; empty while there is none. */
  public Optional<Exportable> exportable() {
    return scene(1).map(scene -> Exportable.pictured(drawing(scene), CardMaps.of(scene)));
  }

  private Drawing drawing(CardScene scene) {
    Palette palette = Theme.palette();
    return new Drawing(
        scene.run().plan().block().name(),
        getWidth(),
        getHeight(),
        palette.background(),
        g -> new CardPainter().paint(g, scene.at(g.getTransform().getScaleX()), palette));
  }

  /** Points at a number this many columns and rows from the one before, of the same tile. */
  public void point(int columns, int rows) {
    point((plan, state) -> CardPointing.moved(plan, state, columns, rows));
  }

  /** Points at the same place of a tile some tiles further. */
  public void pointAtTile(int tiles) {
    point((plan, state) -> CardPointing.inTile(plan, state, tiles));
  }

  private void point(BiFunction<CardPlan, ViewerState, Pointer> move) {
    if (showsBlock(store.state())) {
      store.update(s -> s.with().pointer(move.apply(s.run().plan(), s)).build());
    }
  }

  /** On a title: all of what may have been cut there. */
  @Override
  public String getToolTipText(MouseEvent event) {
    return scene()
        .flatMap(scene -> scene.geometry().titleAt(event.getX(), event.getY()).map(scene::words))
        .orElse(null);
  }

  private CardMetrics metrics() {
    return CardMetrics.forLineHeight(getFontMetrics(Theme.font()).getHeight());
  }

  @Override
  protected void draw(Graphics2D g) {
    CardScreen screen = screen(g);
    ahead.paintedOn(screen);
    scene(screen.place().deviceScale())
        .ifPresentOrElse(scene -> ahead.paint(g, scene, screen), () -> paintEmpty(g));
  }

  private void paintEmpty(Graphics2D g) {
    g.setColor(Theme.color("card"));
    g.fillRect(0, 0, getWidth(), getHeight());
    EmptyCard.paint(g, store.state(), getSize());
  }

  /** Below this height it scrolls; 0 while no block is shown. */
  public int leastHeight() {
    ViewerState state = store.state();
    return showsBlock(state) ? (int) Math.ceil(metrics().minHeight(state.run().plan())) : 0;
  }

  @Override
  public Dimension getPreferredSize() {
    ViewerState state = store.state();
    Dimension view = getParent() == null ? getSize() : getParent().getSize();
    if (!showsBlock(state)) {
      return view;
    }
    double least = zoom.factor();
    return new Dimension(
        (int) Math.max(view.width * least, metrics().minWidth(state.run().plan())),
        (int) Math.max(view.height * least, metrics().minHeight(state.run().plan())));
  }
}
