package io.skipscope.viewer.app;

import io.skipscope.viewer.keep.Settings;
import io.skipscope.viewer.keep.SettingsFile;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;

/** The running program: what it knows, what it can do, what is seen of it. */
public record Viewer(StateStore store, Controller controller, JFrame window) {
  /**
   * Shows the window and then makes its panes one by one, while what it starts with is opened on
   * the worker's thread. Any thread but the event thread, which answers meanwhile.
   *
   * @param settings read now, written when the window closes
   * @param model null for the bundled one
   * @param image null for the bundled one
   * @return the window with all of its panes and menus
   */
  public static Viewer open(SettingsFile settings, String model, Path image) {
    Start start = new Start(initial(settings));
    // Asked first: the answer is there before the look is chosen, as a rule.
    SystemThemeFollower follower = EventSteps.get(() -> SystemThemeFollower.of(start.store()));
    start.begin(model == null ? Bundled.MOBILENET_V2.source() : model, image);
    Rectangle bounds = MainWindow.startBounds();
    MainWindow window = EventSteps.get(MainWindow::new);
    EventSteps.run(() -> window.putAt(bounds));
    EventSteps.run(() -> window.addContent(start.store(), start.controller(), start.worker()));
    EventSteps.run(
        () -> {
          follower.watch(window);
          window.addWindowListener(closing(settings, start));
          window.setVisible(true);
        });
    start.fill(window.content());
    return new Viewer(start.store(), start.controller(), window);
  }

  private static WindowAdapter closing(SettingsFile settings, Start start) {
    return new WindowAdapter() {
      @Override
      public void windowClosed(WindowEvent event) {
        settings.write(Settings.of(start.store().state()));
        start.controller().close();
      }
    };
  }

  private static ViewerState initial(SettingsFile settings) {
    Text.use(Language.SYSTEM.locale());
    List<Message> problems = new ArrayList<>();
    Settings read = settings.read(problem -> problems.add(Message.notice(problem)));
    Text.use(read.language().locale());
    return read.applyTo(ViewerState.INITIAL)
        .with()
        .message(problems.stream().findFirst().orElse(null))
        .build();
  }
}
