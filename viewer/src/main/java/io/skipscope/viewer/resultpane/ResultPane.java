package io.skipscope.viewer.resultpane;

import io.skipscope.image.Picture;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.canvas.Soon;
import io.skipscope.viewer.render.ComparisonWords;
import io.skipscope.viewer.render.FieldWords;
import io.skipscope.viewer.render.Numbers;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.EngineText;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** The right side: what went in, what came out, where and how fast. */
public final class ResultPane extends JPanel implements Scrollable {
  /** Text takes long to be laid out. */
  private final Soon factsFollow;

  private final JLabel caption = quiet("input.caption");
  private final FactLine live = new FactLine("fact.live");
  private final FactLine keptName = new FactLine("result.kept");
  private final PredictionBars keptAnswer;
  private final FactLine field = new FactLine("fact.field");
  private final FactLine time = new FactLine("fact.time");
  private final FactLine device = new FactLine("fact.device");
  private final FactLine taps = new FactLine("fact.taps");
  private final FactLine input = new FactLine("fact.input");
  private final FactLine model = new FactLine("fact.model");

  public ResultPane(StateStore store) {
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setBorder(BorderFactory.createEmptyBorder(10, 12, 6, 14));
    heading("input.title");
    stack(new InputView(store), 4);
    stack(caption, 12);
    live.setVisible(false);
    stack(live, 12);
    field.setVisible(false);
    stack(field, 12);
    heading("result.title");
    stack(new PredictionBars(store, "predictions", "result.title", ViewerState::run), 14);
    keptName.setVisible(false);
    stack(keptName, 6);
    keptAnswer = new PredictionBars(store, "predictions.kept", "result.kept", ResultPane::kept);
    keptAnswer.setVisible(false);
    stack(keptAnswer, 14);
    heading("fact.title");
    stack(time, 6);
    stack(device, 6);
    stack(taps, 6);
    stack(input, 6);
    stack(model, 0);
    add(Box.createVerticalGlue());
    factsFollow = new Soon(() -> show(store.state().run()));
    store.addListener(this::changed);
  }

  private void heading(String key) {
    JLabel label = new JLabel(Text.of(key));
    label.putClientProperty("FlatLaf.styleClass", "h4");
    stack(label, 6);
  }

  private void stack(JComponent part, int below) {
    part.setAlignmentX(Component.LEFT_ALIGNMENT);
    add(part);
    add(new Gap(part, Theme.scaled(below)));
  }

  /** The room beneath a part; none while the part is not shown. */
  private static final class Gap extends Box.Filler {
    private final JComponent above;

    Gap(JComponent above, int height) {
      super(new Dimension(0, height), new Dimension(0, height), new Dimension(0, height));
      this.above = above;
    }

    @Override
    public boolean isVisible() {
      // Asked by the constructor of the class above, too.
      return above == null || above.isVisible();
    }
  }

  private static JLabel quiet(String name) {
    JLabel label = new JLabel(" ");
    label.setName(name);
    label.putClientProperty("FlatLaf.styleClass", "small");
    return label;
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return 24;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getPreferredSize().height < getParent().getHeight();
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.contains(ViewerChange.RUN)) {
      factsFollow.ask(this);
    }
    if (changes.contains(ViewerChange.LIVE)) {
      live.setVisible(state.live() != null);
      live.show(state.live() == null ? "" : live(state));
    }
    if (changes.contains(ViewerChange.RUN) || changes.contains(ViewerChange.COMPARISON)) {
      captionPicture(state);
      BlockRun kept = kept(state);
      keptName.setVisible(kept != null);
      keptAnswer.setVisible(kept != null);
      keptName.show(kept == null ? "" : ComparisonWords.run(kept));
    }
    if (changes.contains(ViewerChange.FIELD)) {
      field.setVisible(state.field() != null);
      field.show(state.field() == null ? "" : FieldWords.caption(state.field()));
    }
  }

  /** How fast frames follow each other, how long each runs, and the key that ends it. */
  private static String live(ViewerState state) {
    String stop = new KeyMap(state.keys()).text(Command.BACK);
    return state.live().framesPerSecond() == 0 || state.run() == null
        ? Text.of("fact.live.first", stop)
        : Text.of(
            "fact.live.rate",
            Numbers.rate(state.live().framesPerSecond()),
            Numbers.time(state.run().elapsedNanos()),
            stop);
  }

  /** The run that the last one is compared with; null while none is kept. */
  private static BlockRun kept(ViewerState state) {
    return state.comparison() == null ? null : state.comparison().pair().kept();
  }

  /** Name and size of the picture above, and the class that the user's own data set gives it. */
  private void captionPicture(ViewerState state) {
    if (state.run() == null) {
      caption.setText(" ");
      return;
    }
    Picture seen = state.shown().seen();
    caption.setText(Text.of("input.caption", seen.name(), seen.width(), seen.height()));
    FilmStrip strip = state.filmStrip();
    boolean known = strip != null && !state.showsKept() && strip.shows(state.picture());
    if (known && !strip.currentFrame().label().isEmpty()) {
      caption.setText(Text.of("input.labelled", caption.getText(), strip.currentFrame().label()));
    }
  }

  private void show(BlockRun run) {
    if (run == null) {
      for (FactLine line : new FactLine[] {time, device, taps, input, model}) {
        line.show("\u2013");
      }
      return;
    }
    String elapsed = Numbers.time(run.elapsedNanos());
    time.show(run.isPartial() ? Text.of("fact.time.partial", elapsed) : elapsed);
    device.show(device(run));
    taps.show(
        run.hasBlock()
            ? Text.of("fact.taps.of", run.frames().size(), run.plan().block().name())
            : Text.of("fact.taps.none"));
    input.show(InputWords.of(run));
    model.show(EngineText.of(run.model().origin()));
  }

  /** Where it ran, and beneath it why not as asked. */
  private static String device(BlockRun run) {
    return Stream.concat(Stream.of(run.device()), run.recoveries().stream())
        .collect(Collectors.joining("\n"));
  }
}
