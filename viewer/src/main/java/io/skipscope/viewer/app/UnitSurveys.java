package io.skipscope.viewer.app;

import io.skipscope.job.Job;
import io.skipscope.lab.units.Excitation;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.job.Engine;
import io.skipscope.viewer.job.FilmStrips;
import io.skipscope.viewer.job.PictureSource;
import io.skipscope.viewer.job.RunRequest;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.render.UnitWords;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.UnitFindings;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.FileDialogs;
import io.skipscope.viewer.unitpane.UnitPane;
import java.awt.Component;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Watches the channels of the value whose maps are shown while many pictures run, in a session of
 * its own, so that the window stays free meanwhile. Event thread.
 */
final class UnitSurveys {
  private final StateStore store;
  private final Worker worker;
  private final Controller controller;
  private Path folder;

  UnitSurveys(StateStore store, Worker worker, Controller controller) {
    this.store = store;
    this.worker = worker;
    this.controller = controller;
  }

  void addTo(ActionTable actions, Component parent) {
    actions
        .put(Command.SURVEY_CHANNELS, () -> surveyStrip(parent))
        .put(Command.SURVEY_FOLDER, () -> surveyFolder(parent))
        .put(Command.SHOW_DEAD, this::showDead)
        .put(Command.GO_CLOSEST, this::goToClosest)
        .put(Command.CLOSE_SURVEY, () -> store.update(s -> s.with().units(null).build()));
  }

  /** Without a film strip, a folder is asked for. */
  private void surveyStrip(Component parent) {
    FilmStrip strip = store.state().filmStrip();
    if (strip == null) {
      surveyFolder(parent);
    } else {
      survey(job -> strip);
    }
  }

  private void surveyFolder(Component parent) {
    FileDialogs.openFolder(parent, Command.SURVEY_FOLDER.label(), folder)
        .ifPresent(
            chosen -> {
              folder = chosen;
              survey(chosen);
            });
  }

  void survey(Path folderOrZip) {
    survey(job -> FilmStrips.of(folderOrZip, job));
  }

  private void survey(Function<Job, FilmStrip> pictures) {
    if (!Wanted.of(store.state()).isReady()) {
      hint(Text.of("units.nothing"));
      return;
    }
    controller.showMaps(c -> c.opened(false));
    RunRequest request = Wanted.of(store.state()).request(store.state().maps());
    worker.submitBeside(
        Text.of("job.units.start"),
        (state, job) -> watch(request, pictures, WhileOpen.job(store, request.model(), job)),
        this::show);
  }

  private static UnitFindings watch(
      RunRequest request, Function<Job, FilmStrip> pictures, Job job) {
    try (Engine engine = new Engine()) {
      return engine.units(request, pictures.apply(job), job);
    }
  }

  private void show(UnitFindings found) {
    store.update(s -> s.with().units(found).build());
    if (!found.skipped().isEmpty()) {
      hint(UnitWords.skipped(found));
    }
    if (store.state().shownUnits() == null) {
      hint(Text.of("units.elsewhere", found.tap()));
    }
  }

  private void hint(String line) {
    store.update(s -> s.with().message(Message.hint(line)).build());
  }

  /** Shows dead channels only, or all again. */
  private void showDead() {
    controller.showMaps(
        c -> {
          boolean shown = c.open() && c.selection().filter().equals(UnitPane.DEAD);
          String filter = shown ? "" : UnitPane.DEAD;
          return c.withOpen(true).withSelection(c.selection().withFilter(filter));
        });
  }

  private void goToClosest() {
    UnitFindings shown = store.state().shownUnits();
    if (shown == null) {
      hint(Text.of("units.none"));
      return;
    }
    UnitWords.partner(shown, store.state().channel())
        .ifPresent(
            partner -> store.update(s -> s.with().channel(partner.other()).pointer(null).build()));
  }

  /** Opens the picture of a place and points there, where the same maps are still shown. */
  void open(Excitation place) {
    UnitFindings findings = store.state().shownUnits();
    int channel = store.state().channel();
    String source = place.picture().path();
    store.update(s -> s.with().filmStrip(at(source, s.filmStrip())).build());
    controller.showNext(
        place.picture().name(),
        () -> PictureSource.open(source),
        () -> store.update(s -> pointing(s, findings, channel, place)),
        () -> {});
  }

  /** A strip, possibly null, at the frame of a source if it has one. */
  private static FilmStrip at(String source, FilmStrip strip) {
    for (int i = 0; strip != null && i < strip.frames().size(); i++) {
      if (strip.frames().get(i).source().equals(source)) {
        return strip.at(i);
      }
    }
    return strip;
  }

  private static ViewerState pointing(
      ViewerState state, UnitFindings findings, int channel, Excitation place) {
    if (findings == null || state.shownUnits() != findings) {
      return state;
    }
    Shape shape = findings.model().graph().shape(findings.units().value());
    Pointer pointer =
        shape.rank() < 4
            ? Pointer.middle(findings.tap(), channel)
            : new Pointer(
                findings.tap(),
                channel,
                (place.column() + 0.5) / shape.width(),
                (place.row() + 0.5) / shape.height());
    return state.with().channel(channel).pointer(pointer).build();
  }
}
