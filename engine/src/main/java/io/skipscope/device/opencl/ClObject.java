package io.skipscope.device.opencl;

/**
 * A handle that OpenCL gave out.
 *
 * @param raw the binding's own object; only the {@link Cl} that made it looks inside
 */
public record ClObject(Kind kind, Object raw) {
  /** The kinds of object that {@link Cl} knows. */
  public enum Kind {
    PLATFORM,
    DEVICE,
    CONTEXT,
    QUEUE,
    PROGRAM,
    KERNEL,
    BUFFER,
    EVENT
  }
}
