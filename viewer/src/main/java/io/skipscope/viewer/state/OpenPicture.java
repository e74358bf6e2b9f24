package io.skipscope.viewer.state;

import io.skipscope.image.Picture;

/**
 * An open picture.
 *
 * @param source how it can be asked for again: an absolute path or the name of a bundled picture;
 *     empty for a picture that only this window has, such as a pasted one
 */
public record OpenPicture(String source, Picture picture) {
  public String name() {
    return picture.name();
  }
}
