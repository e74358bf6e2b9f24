package io.skipscope.viewer.app;

import io.skipscope.run.multi.ChromeTrace;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.job.DeviceList;
import io.skipscope.viewer.job.RunRequest;
import io.skipscope.viewer.job.Spreader;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.DeviceChoice;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.SpreadChoice;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.FileDialogs;
import java.awt.Component;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the network on several devices at once, with an engine of its own, so that the window stays
 * free meanwhile, and keeps what they did. Event thread.
 */
final class Spreads {
  private static final String TRACE = "json";

  private final StateStore store;
  private final Worker worker;
  private final SpreadSteps steps;
  private Path folder = Path.of("").toAbsolutePath();
  private SpreadChoice last;

  Spreads(StateStore store, Worker worker) {
    this.store = store;
    this.worker = worker;
    steps = new SpreadSteps(store);
  }

  void addTo(ActionTable actions, Component parent) {
    actions
        .put(Command.SPREAD_DEVICES, () -> ask(parent))
        .put(Command.SAVE_TRACE, () -> saveTrace(parent))
        .put(Command.CLOSE_TIMELINE, this::close);
    steps.addTo(actions);
  }

  /** Lets undo be chosen; to be called once everything else has been built that decides that. */
  void enableUndo(ActionTable actions) {
    steps.enable(actions);
  }

  private void ask(Component parent) {
    worker.submitAfter(
        Text.of("job.devices"),
        (state, job) -> DeviceList.withParts(),
        // Later, for the worker waits until its results are taken.
        offered -> EventQueue.invokeLater(() -> choose(parent, offered)));
  }

  private void choose(Component parent, List<DeviceChoice> offered) {
    if (offered.size() < SpreadForm.FEWEST) {
      hint(Text.of("spread.oneDevice"));
    } else {
      SpreadForm.ask(parent, offered, last).ifPresent(this::run);
    }
  }

  /** Runs a stream of the present picture through the present network. */
  void run(SpreadChoice choice) {
    ViewerState now = store.state();
    if (!Wanted.of(now).isReady()) {
      hint(Text.of("spread.nothing"));
      return;
    }
    last = choice;
    RunRequest request = Wanted.of(now).request(now.maps());
    worker.submitBeside(
        Text.of("job.spread"),
        (state, job) -> Spreader.run(request, choice, WhileOpen.job(store, request.model(), job)),
        this::show);
  }

  private void show(Spread spread) {
    if (spread.model() == store.state().model()) {
      steps.show(spread);
    }
  }

  private void close() {
    if (store.state().spread() != null) {
      steps.show(null);
    }
  }

  private void saveTrace(Component parent) {
    Spread spread = store.state().spread();
    if (spread == null) {
      hint(Text.of("spread.none"));
      return;
    }
    Path suggested = folder.resolve(spread.model().name() + "-trace." + TRACE);
    FileDialogs.save(parent, Command.SAVE_TRACE.label(), suggested, Text.of("files.traces"), TRACE)
        .ifPresent(
            file -> {
              folder = file.toAbsolutePath().getParent();
              saveTrace(spread, file);
            });
  }

  /** Writes what devices did for chrome://tracing or Perfetto, and says where it is. */
  void saveTrace(Spread spread, Path file) {
    worker.submit(
        Text.of("job.saving", file.getFileName()),
        false,
        (state, job) -> {
          ChromeTrace.write(file, spread.spans());
          return file;
        },
        saved -> hint(Text.of("saved", saved)),
        () -> {});
  }

  private void hint(String line) {
    store.update(s -> s.with().message(Message.hint(line)).build());
  }
}
