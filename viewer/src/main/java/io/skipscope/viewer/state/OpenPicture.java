package io.skipscope.viewer.state;

import io.skipscope.image.Picture;

/**
 * An open picture.
 *
 * @param source how it can be asked for again: an absolute path or the name of a bundled picture
 */
public record OpenPicture(String source, Picture picture) {
  public String name() {
    return picture.name();
  }
}
