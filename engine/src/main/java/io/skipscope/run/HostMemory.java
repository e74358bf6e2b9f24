package io.skipscope.run;

/** Where results go. Fresh memory costs more than the copy into it, for those who need it often. */
@FunctionalInterface
public interface HostMemory {
  /** New arrays, which stay as they are. */
  HostMemory FRESH = (value, count) -> new float[count];

  /** An array of exactly so many floats for an output. */
  float[] floats(String value, int count);
}
