package io.skipscope.viewer.mappane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The controls above the maps without a window. */
class MapsStripTest {
  /** The middle of a window of 1,200 pixels. */
  private static final int NARROW = 520;

  private static final int WIDE = 1600;

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  private static MapsStrip strip() {
    MapsStrip strip = new MapsStrip(edit -> {});
    ActionTable actions = new ActionTable();
    for (Command command : Command.values()) {
      actions.put(command, () -> {});
    }
    strip.fill(actions);
    OpenModel model = OpenNets.resNet20();
    strip.follow(ViewerState.INITIAL.with().model(model).run(Runs.of(model, 0)).build());
    return strip;
  }

  private static List<ControlLine> lines(MapsStrip strip, int width) {
    List<ControlLine> lines =
        Arrays.stream(strip.getComponents()).map(ControlLine.class::cast).toList();
    for (ControlLine line : lines) {
      line.setSize(width, 1);
      line.fitLabels();
      line.setSize(width, line.getPreferredSize().height);
      line.doLayout();
    }
    return lines;
  }

  private static List<JLabel> labels(Container part) {
    return Arrays.stream(part.getComponents())
        .flatMap(
            inner ->
                inner instanceof JLabel label
                    ? Stream.of(label)
                    : inner instanceof Container container
                        ? labels(container).stream()
                        : Stream.empty())
        .filter(label -> label.getLabelFor() != null)
        .toList();
  }

  @Test
  void twoLinesSufficeInANarrowWindow() {
    WindowDriver.onEventThread(
        () -> {
          List<Integer> wide = lines(strip(), WIDE).stream().map(Component::getHeight).toList();
          List<ControlLine> narrow = lines(strip(), NARROW);
          assertEquals(2, narrow.size());
          assertEquals(wide, narrow.stream().map(Component::getHeight).toList());
          for (ControlLine line : narrow) {
            for (Component control : line.getComponents()) {
              int end = control.getX() + control.getWidth();
              assertTrue(!control.isVisible() || end <= NARROW, control.toString());
            }
          }
          return null;
        });
  }

  @Test
  void labelsGoOnlyWhereTheControlsHaveNoRoomBesideThem() {
    WindowDriver.onEventThread(
        () -> {
          MapsStrip strip = strip();
          lines(strip, WIDE);
          List<JLabel> labels = labels(strip);
          assertEquals(4, labels.size());
          assertTrue(labels.stream().allMatch(Component::isVisible));
          lines(strip, NARROW / 2);
          assertTrue(labels.stream().noneMatch(Component::isVisible));
          lines(strip, WIDE);
          assertFalse(labels.stream().anyMatch(label -> !label.isVisible()));
          return null;
        });
  }
}
