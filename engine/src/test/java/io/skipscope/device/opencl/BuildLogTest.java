package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.kernels.KernelHeader;
import io.skipscope.kernels.KernelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildLogTest {
  private static final KernelSource SOURCE =
      new KernelSource(
          "conv/x.cl",
          "#line 1 \"conv/x.cl\"\n#line 1 \"common/y.clh\"\na\nb\n#line 2 \"conv/x.cl\"\nc\n",
          KernelHeader.parse(""));

  /** In the logs here {@code ~} stands for a line end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "In file: x~conv/x.cl:2:5: error: undeclared 'y'~2 errors | conv/x.cl:2: undeclared 'y'",
        "warning: w~<kernel>:4:1: fatal error: bad | common/y.clh:2: bad",
        "input.cl:6:1: error: bad | conv/x.cl:2: bad",
        "\"common/y.clh\", line 2: error: expected a ; | common/y.clh:2: expected a ;",
        "ptxas Error : too much memory | ptxas Error : too much memory",
        "~~something went wrong | something went wrong"
      })
  void firstErrorNamesTheTrueFileAndLine(String log, String expected) {
    assertEquals(expected, BuildLog.firstError(log.replace('~', '\n'), SOURCE).orElseThrow());
  }

  @Test
  void emptyLogHasNoError() {
    assertTrue(BuildLog.firstError("\n", SOURCE).isEmpty());
  }
}
