package io.skipscope.samples.benchmarks.window;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.drive.WindowDriver;
import java.awt.Dimension;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.swing.JComponent;

/** One thing after the other that a user could do, at random. */
final class RandomActions {
  /** All but the one that ends it all. */
  private static final List<Command> COMMANDS =
      Arrays.stream(Command.values()).filter(command -> command != Command.QUIT).toList();

  private static final List<String> MODELS =
      List.of("resnet20", "resnet20:B", "resnet32", "plain20", "no such model");
  private static final List<String> DRAWN = List.of("card", "maps.view", "network", "number");

  private final WindowDriver window;
  private final Random random;

  RandomActions(WindowDriver window, Random random) {
    this.window = window;
    this.random = random;
  }

  void next() {
    int kind = random.nextInt(100);
    if (kind < 50) {
      window.press(one(COMMANDS).usualKey());
    } else if (kind < 85) {
      mouse(window.find(one(DRAWN), JComponent.class));
    } else if (kind < 93) {
      resize();
    } else if (kind < 95) {
      String model = one(MODELS);
      window.perform(() -> window.viewer().controller().openModel(model));
    } else {
      window.await("rest", s -> true);
    }
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void resize() {
    Dimension size = new Dimension(600 + random.nextInt(1000), 400 + random.nextInt(600));
    window.perform(() -> window.viewer().window().setSize(size));
  }

  private void mouse(JComponent where) {
    int x = random.nextInt(2000);
    int y = random.nextInt(2000);
    int kind = random.nextInt(3);
    int clicks = 1 + random.nextInt(2);
    int turns = random.nextInt(7) - 3;
    window.perform(
        () -> {
          int left = x % Math.max(1, where.getWidth());
          int top = y % Math.max(1, where.getHeight());
          if (kind == 0) {
            wheel(where, left, top, turns);
          } else {
            send(where, MouseEvent.MOUSE_MOVED, left, top, 0);
          }
          if (kind == 2) {
            send(where, MouseEvent.MOUSE_PRESSED, left, top, clicks);
            send(where, MouseEvent.MOUSE_RELEASED, left, top, clicks);
            send(where, MouseEvent.MOUSE_CLICKED, left, top, clicks);
          }
        });
  }

  private static void send(JComponent where, int id, int x, int y, int clicks) {
    int button = clicks == 0 ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1;
    int held = clicks == 0 ? 0 : InputEvent.BUTTON1_DOWN_MASK;
    where.dispatchEvent(
        new MouseEvent(where, id, System.currentTimeMillis(), held, x, y, clicks, false, button));
  }

  private static void wheel(JComponent where, int x, int y, int turns) {
    where.dispatchEvent(
        new MouseWheelEvent(
            where,
            MouseEvent.MOUSE_WHEEL,
            System.currentTimeMillis(),
            turns % 2 == 0 ? 0 : InputEvent.CTRL_DOWN_MASK,
            x,
            y,
            0,
            false,
            MouseWheelEvent.WHEEL_UNIT_SCROLL,
            1,
            turns));
  }
}
