package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  @Test
  void aBarGrowsWithTheWork() {
    assertEquals(
        "Building kernels [###############               ] 20 of 40",
        ProgressBar.line("Building kernels", 20, 40));
    assertEquals("Reading 7", ProgressBar.line("Reading", 7, 0));
  }

  @Test
  void workOfLessThanASecondDrawsNothing() {
    StringWriter terminal = new StringWriter();
    try (ProgressBar bar = new ProgressBar(new PrintWriter(terminal))) {
      bar.progressed("Reading", 1, 2);
    }
    assertEquals("", terminal.toString());
  }

  @Test
  void aWipedBarLeavesACleanLineToWordsThatFollow() throws InterruptedException {
    StringWriter terminal = new StringWriter();
    ProgressBar bar = new ProgressBar(new PrintWriter(terminal));
    Thread.sleep(1100);
    bar.progressed("Reading", 7, 0);
    bar.wipe();
    assertEquals("\rReading 7\r         \r", terminal.toString());
    bar.close();
    assertEquals("\rReading 7\r         \r", terminal.toString());
  }
}
