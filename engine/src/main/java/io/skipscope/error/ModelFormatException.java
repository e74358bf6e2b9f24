package io.skipscope.error;

/** A model, tensor or picture file that cannot be read. */
public class ModelFormatException extends SkipscopeException {
  /**
   * @param file the file as the user named it
   * @param offset byte offset of the fault, or -1 where the fault has no place
   */
  public ModelFormatException(String file, long offset, String found, String expected) {
    this(file, offset, found, expected, null);
  }

  public ModelFormatException(
      String file, long offset, String found, String expected, Throwable cause) {
    super(offset < 0 ? file : file + " at byte " + offset, found, expected, cause);
  }
}
