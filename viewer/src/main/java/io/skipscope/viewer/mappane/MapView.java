package io.skipscope.viewer.mappane;

import io.skipscope.viewer.canvas.ScrolledCanvas;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.export.ExportedMaps;
import io.skipscope.viewer.layout.VirtualGrid;
import io.skipscope.viewer.render.ComparisonWords;
import io.skipscope.viewer.render.Drawing;
import io.skipscope.viewer.render.EnlargedMapPainter;
import io.skipscope.viewer.render.MapDrawings;
import io.skipscope.viewer.render.MapGridPainter;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.render.TileKey;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * The maps on the screen: a grid of which only what is in view is rendered, or one map enlarged.
 */
final class MapView extends ScrolledCanvas {
  private static final double STEP = 1.2;
  private static final double MOST_ZOOM = 40;
  private static final int SMOOTH_SIDE = 768;
  private static final int KEPT_SIDE = 512;
  private static final int MARGIN = 8;

  private final StateStore store;
  private final TileRenderer tiles;
  private PreparedMaps maps;
  private double zoom = 1;

  MapView(StateStore store, ExecutorService thread) {
    this.store = store;
    tiles = new TileRenderer(thread, this::repaint);
    setName("maps.view");
    takeTabStop();
    setOpaque(true);
    MapMouse mouse = new MapMouse(this, store);
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addMouseWheelListener(mouse);
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.CHANNEL)) {
            describe();
          }
        });
  }

  /**
   * @param newMaps null while there are none
   */
  void show(PreparedMaps newMaps) {
    boolean other =
        maps == null || newMaps == null || !maps.frame().name().equals(newMaps.frame().name());
    maps = newMaps;
    tiles.keepOnly(maps == null ? null : maps.frame(), other);
    describe();
    revalidate();
    repaint();
  }

  private void describe() {
    boolean weights = store.state().maps().weights();
    describe(
        Text.of(weights ? "weights.name" : "maps.name"),
        isEmpty()
            ? whyEmpty()
            : Text.of(
                weights ? "weights.description" : "maps.description",
                maps.frame().name(),
                maps.order().length,
                maps.channels(),
                channel()));
  }

  private boolean isEnlarged() {
    return store.state().enlarged() && !(maps != null && maps.isMatrix());
  }

  private boolean isEmpty() {
    return maps == null || maps.order().length == 0 && !isEnlarged();
  }

  private String whyEmpty() {
    ViewerState state = store.state();
    if (maps != null) {
      return Text.of("maps.filtered", maps.channels());
    }
    if (state.maps().weights()) {
      return Text.of(state.model() == null ? "weights.empty" : "weights.none");
    }
    return Optional.ofNullable(state.shown())
        .flatMap(run -> ComparisonWords.whyEmpty(state, state.maps().tap(run.model(), run.block())))
        .orElseGet(() -> Text.of("maps.empty"));
  }

  private VirtualGrid grid() {
    int width = getParent() == null ? getWidth() : getParent().getWidth();
    int side = store.state().maps().side();
    if (maps.isMatrix()) {
      return VirtualGrid.matrix(maps.order().length, maps.mapWidth(), side, width);
    }
    int caption = getFontMetrics(Theme.palette().small()).getHeight() + 2;
    return VirtualGrid.of(
        maps.order().length, maps.mapWidth(), maps.mapHeight(), side, caption, width);
  }

  /** All of the enlarged map: the window's size times the zoom. */
  private Rectangle2D enlargedArea() {
    Dimension view = getParent() == null ? getSize() : getParent().getSize();
    double fit =
        Math.min(
            (view.width - 2.0 * MARGIN) / maps.mapWidth(),
            (view.height - 2.0 * MARGIN) / maps.mapHeight());
    double scale = Math.max(0.01, fit * zoom);
    return new Rectangle2D.Double(
        MARGIN, MARGIN, maps.mapWidth() * scale, maps.mapHeight() * scale);
  }

  private int channel() {
    return Math.min(store.state().channel(), maps.channels() - 1);
  }

  /** The map and the place in it at a point. */
  Optional<Pointer> pointerAt(double x, double y) {
    if (maps == null) {
      return Optional.empty();
    }
    if (isEnlarged()) {
      return pointer(channel(), enlargedArea(), x, y);
    }
    VirtualGrid grid = grid();
    int place = grid.placeAt(x, y);
    return place < 0 ? Optional.empty() : pointer(maps.order()[place], grid.cell(place), x, y);
  }

  private Optional<Pointer> pointer(int channel, Rectangle2D area, double x, double y) {
    double across = (x - area.getX()) / area.getWidth();
    double down = (y - area.getY()) / area.getHeight();
    return across < 0 || across >= 1 || down < 0 || down >= 1
        ? Optional.empty()
        : Optional.of(new Pointer(maps.frame().name(), channel, across, down));
  }

  /** Selects the map some places further in the order that is shown. */
  void move(int places) {
    if (maps == null || maps.order().length == 0) {
      return;
    }
    int place = Math.max(0, maps.placeOf(store.state().channel()) + places);
    int channel = maps.order()[Math.min(maps.order().length - 1, place)];
    store.update(s -> s.with().channel(channel).pointer(null).build());
    showSelected();
  }

  private void showSelected() {
    int place = isEnlarged() ? -1 : maps.placeOf(channel());
    if (place >= 0) {
      Rectangle cell = grid().cell(place).getBounds();
      cell.grow(0, 24);
      scrollRectToVisible(cell);
    }
  }

  /**
   * Points at a number this many columns and rows from the one before, the first time at the middle
   * of the selected map.
   */
  void point(int columns, int rows) {
    if (maps == null || maps.order().length == 0) {
      return;
    }
    String tap = maps.frame().name();
    Pointer before = store.state().pointer();
    Pointer moved =
        before == null || !before.tap().equals(tap)
            ? Pointer.middle(tap, channel())
            : before.moved(columns, rows, maps.mapWidth(), maps.mapHeight());
    store.update(s -> s.with().pointer(moved).build());
    showPointed(moved);
  }

  /** Points at the same place of the map some places further in the order that is shown. */
  void pointAtMap(int places) {
    if (maps == null || maps.order().length == 0) {
      return;
    }
    Pointer before = store.state().pointer();
    move(places);
    if (before == null || !before.tap().equals(maps.frame().name())) {
      point(0, 0);
    } else {
      Pointer there = before.inMap(before.tap(), channel());
      store.update(s -> s.with().pointer(there).build());
    }
  }

  private void showPointed(Pointer pointer) {
    int place = maps.placeOf(pointer.channel());
    if (isEnlarged()) {
      Rectangle2D area = enlargedArea();
      Rectangle around =
          new Rectangle(
              (int) (area.getX() + pointer.across() * area.getWidth()),
              (int) (area.getY() + pointer.down() * area.getHeight()),
              1,
              1);
      around.grow(40, 40);
      scrollRectToVisible(around);
    } else if (place >= 0) {
      scrollRectToVisible(grid().cell(place).getBounds());
    }
  }

  void zoomIn() {
    zoomAround(centre(), 1);
  }

  void zoomOut() {
    zoomAround(centre(), -1);
  }

  /** Enlarges all maps of the grid, or the enlarged one around a point; less than 0 reduces. */
  void zoomAround(Point point, double steps) {
    double factor = Math.pow(STEP, steps);
    if (!isEnlarged()) {
      store.update(
          s -> {
            int side = (int) Math.round(s.maps().side() * factor);
            return s.with().maps(s.maps().withSide(side)).build();
          });
      return;
    }
    double before = zoom;
    zoom = Math.max(1, Math.min(MOST_ZOOM, zoom * factor));
    resizeAround(point, zoom / before);
  }

  int wheelStep() {
    return maps == null || isEnlarged() ? 40 : Math.max(40, grid().cellHeight() / 2);
  }

  @Override
  protected void draw(Graphics2D g) {
    g.setColor(Theme.color("card"));
    g.fillRect(0, 0, getWidth(), getHeight());
    if (isEmpty()) {
      empty(g);
    } else if (isEnlarged()) {
      enlarged(g);
    } else {
      grid(g);
    }
  }

  private void empty(Graphics2D g) {
    if (store.state().progress() == null) {
      g.setFont(Theme.font());
      g.setColor(Theme.color("secondaryText"));
      g.drawString(whyEmpty(), 16, 32);
    }
  }

  private void grid(Graphics2D g) {
    VirtualGrid grid = grid();
    double scale = g.getTransform().getScaleX();
    Rectangle visible = getVisibleRect();
    List<TileKey> wanted = new ArrayList<>();
    int end = grid.endAbove(visible.getMaxY() + visible.height);
    for (int place = grid.firstBelow(visible.getMinY()); place < end; place++) {
      wanted.add(key(maps.order()[place], grid, scale));
    }
    tiles.want(wanted);
    ViewerState state = store.state();
    new MapGridPainter(g, Theme.palette(), maps, grid)
        .paint(
            channel -> tiles.get(key(channel, grid, scale)),
            state.channel(),
            state.pointer() == null ? -1 : state.pointer().channel());
  }

  /** What the pane shows, to be kept: the enlarged map, or all maps of the grid. */
  Optional<Exportable> exportable() {
    if (maps == null) {
      return Optional.empty();
    }
    return Optional.of(
        isEnlarged()
            ? Exportable.pictured(
                enlargedDrawing(), List.of(ExportedMaps.one(maps.frame(), channel())))
            : Exportable.pictured(gridDrawing(), List.of(ExportedMaps.all(maps.frame()))));
  }

  private Drawing enlargedDrawing() {
    int factor = Math.max(1, KEPT_SIDE / Math.max(maps.mapWidth(), maps.mapHeight()));
    TileKey tile = key(channel(), maps.mapWidth() * factor, maps.mapHeight() * factor);
    return MapDrawings.one(maps, tile, Theme.palette());
  }

  private Drawing gridDrawing() {
    VirtualGrid grid = grid();
    PreparedMaps shown = maps;
    MapsChoice choice = store.state().maps();
    int gap = gap();
    return MapDrawings.grid(
        shown,
        grid,
        (channel, scale) -> key(shown, choice, channel, grid, scale, gap),
        Theme.palette());
  }

  private TileKey key(int channel, VirtualGrid grid, double scale) {
    return key(maps, store.state().maps(), channel, grid, scale, gap());
  }

  /** The colour between the slices of a filter, which keeps them together. */
  private int gap() {
    return maps.filters() == null ? 0 : Theme.color("tile").getRGB();
  }

  private static TileKey key(
      PreparedMaps maps, MapsChoice choice, int channel, VirtualGrid grid, double scale, int gap) {
    int width = (int) Math.max(1, Math.round(grid.cellWidth() * scale));
    int height = (int) Math.max(1, Math.round(grid.cellHeight() * scale));
    return maps.tile(channel, width, height, choice, gap);
  }

  private TileKey key(int channel, int width, int height) {
    return maps.tile(channel, width, height, store.state().maps(), gap());
  }

  private void enlarged(Graphics2D g) {
    ViewerState state = store.state();
    boolean fine = maps.filters() == null && (state.maps().smooth() || state.maps().overlay());
    int longer = Math.max(maps.mapWidth(), maps.mapHeight());
    int factor = fine ? Math.max(1, SMOOTH_SIDE / longer) : 1;
    TileKey key = key(channel(), maps.mapWidth() * factor, maps.mapHeight() * factor);
    tiles.want(List.of(key));
    new EnlargedMapPainter(g, Theme.palette(), maps, channel(), enlargedArea())
        .paint(tiles.get(key), fine, state.pointer());
  }

  @Override
  public Dimension getPreferredSize() {
    if (maps == null) {
      return new Dimension(200, 200);
    }
    if (isEnlarged()) {
      Rectangle2D area = enlargedArea();
      return new Dimension((int) area.getMaxX() + MARGIN, (int) area.getMaxY() + MARGIN);
    }
    return new Dimension(grid().width(), grid().height());
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return wheelStep();
  }
}
