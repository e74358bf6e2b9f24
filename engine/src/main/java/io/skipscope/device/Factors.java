package io.skipscope.device;

/** The numbers of a graph's factors in one run. */
@FunctionalInterface
public interface Factors {
  /** The number of a factor by its name. */
  float factor(String name);
}
