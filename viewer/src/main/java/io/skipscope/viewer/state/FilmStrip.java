package io.skipscope.viewer.state;

import java.util.List;

/**
 * Pictures to walk through, one of which is current.
 *
 * @param name of the folder or file that they come from
 * @param frames at least one
 * @param current index of the one that is in view, or follows as soon as it has run
 */
public record FilmStrip(String name, List<Frame> frames, int current) {
  /**
   * One picture, which need not be readable.
   *
   * @param source as in {@link OpenPicture}
   * @param name of the file
   * @param label its class in the user's data set; empty where unknown
   */
  public record Frame(String source, String name, String label) {}

  public FilmStrip {
    frames = List.copyOf(frames);
  }

  public Frame currentFrame() {
    return frames.get(current);
  }

  /** The strip at another frame, or at its first or last one. */
  public FilmStrip at(int index) {
    return new FilmStrip(name, frames, Math.max(0, Math.min(frames.size() - 1, index)));
  }

  /** Whether a picture, possibly null, is the current frame's. */
  public boolean shows(OpenPicture picture) {
    return picture != null && picture.source().equals(currentFrame().source());
  }
}
