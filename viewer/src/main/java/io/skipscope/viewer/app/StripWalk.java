package io.skipscope.viewer.app;

import io.skipscope.error.SkipscopeException;
import io.skipscope.viewer.job.FilmStrips;
import io.skipscope.viewer.job.PictureSource;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.OpenPicture;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens film strips and walks through them.
 *
 * <p>The mark moves at once; the picture under it when its turn comes is opened and run. However
 * fast the user walks, there is no more than one such task. Event thread.
 */
final class StripWalk {
  private final StateStore store;
  private final Controller controller;
  private boolean walking;
  private volatile FilmStrip.Frame tried;

  StripWalk(StateStore store, Controller controller) {
    this.store = store;
    this.controller = controller;
  }

  /** Opens the pictures of a folder or a ZIP file. */
  void open(Path folderOrZip) {
    controller.work(
        Text.of("job.opening", folderOrZip.getFileName()),
        (state, job) -> FilmStrips.of(folderOrZip, job),
        this::show);
  }

  void open(List<Path> files) {
    show(FilmStrips.of(files));
  }

  private void show(FilmStrip strip) {
    store.update(s -> s.with().filmStrip(strip).build());
    choose(0);
  }

  void close() {
    store.update(s -> s.with().filmStrip(null).build());
  }

  void step(int frames) {
    FilmStrip strip = store.state().filmStrip();
    if (strip != null) {
      choose(strip.current() + frames);
    }
  }

  /** Makes a frame the current one, the first or last one if there is none there. */
  void choose(int index) {
    FilmStrip strip = store.state().filmStrip();
    if (strip != null) {
      store.update(s -> s.with().filmStrip(strip.at(index)).build());
      if (!walking) {
        walk();
      }
    }
  }

  private void walk() {
    walking = true;
    tried = store.state().filmStrip().currentFrame();
    controller.showNext(tried.name(), this::openCurrent, this::shown, this::walkOn);
  }

  /**
   * Null where the current frame is in view already, or cannot be read, which the strip itself
   * says. On the worker's thread.
   */
  private OpenPicture openCurrent() {
    FilmStrip strip = store.state().filmStrip();
    if (strip == null || strip.shows(store.state().picture())) {
      return null;
    }
    tried = strip.currentFrame();
    try {
      return PictureSource.open(tried.source());
    } catch (SkipscopeException e) {
      return null;
    }
  }

  private void shown() {
    store.update(s -> s.with().message(Message.afterSuccess(s.message())).build());
    walkOn();
  }

  /** The user may have gone further meanwhile. */
  private void walkOn() {
    FilmStrip strip = store.state().filmStrip();
    walking = false;
    if (strip != null
        && !strip.currentFrame().equals(tried)
        && !strip.shows(store.state().picture())) {
      walk();
    }
  }
}
