package io.skipscope.viewer.app;

import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.keep.Settings;
import io.skipscope.viewer.keep.SettingsFile;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;

/** The running program: what it knows, what it can do, what is seen of it. */
public record Viewer(StateStore store, Controller controller, JFrame window) {
  /**
   * Makes the window and shows it, while what it starts with is opened on the worker's thread.
   * Event thread.
   *
   * @param settings read now, written when the window closes
   * @param model null for the bundled one
   * @param image null for the bundled one
   */
  public static Viewer show(SettingsFile settings, String model, Path image) {
    StateStore store = new StateStore(initial(settings));
    Worker worker = new Worker(store, EventQueue::invokeLater);
    Controller controller = new Controller(store, worker);
    start(controller, model, image);
    WindowLanguage.findFont(store);
    Theme.install(store.state().look(), store.state().windowZoom());
    MainWindow window = new MainWindow(store, controller, worker);
    SystemThemeFollower.of(store).watch(window);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            settings.write(Settings.of(store.state()));
            controller.close();
          }
        });
    window.setVisible(true);
    return new Viewer(store, controller, window);
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

  private static void start(Controller controller, String model, Path image) {
    controller.start(model == null ? Bundled.MOBILENET_V2.source() : model, image);
  }
}
