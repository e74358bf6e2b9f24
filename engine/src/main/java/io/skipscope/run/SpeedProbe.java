package io.skipscope.run;

import io.skipscope.device.Launch;

/** Work whose amount is known, to measure a device with. */
interface SpeedProbe {
  String INPUT = "input";
  String OUTPUT = "output";

  /** Floats in a row of a copy. */
  int COPY_COLUMNS = 4096;

  /** Multiply-adds on registers; writes {@link #columns()} floats to {@link #OUTPUT}. */
  Launch multiplyAdds(int iterations);

  int columns();

  long flopsPerIteration();

  /** Copies rows of {@link #COPY_COLUMNS} floats from {@link #INPUT} to {@link #OUTPUT}. */
  Launch copy(int rows);
}
