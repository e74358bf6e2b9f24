package io.skipscope.device.opencl;

import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch;
import io.skipscope.error.SkipscopeException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * The program of a {@link CompilerProcess}: compiles the launches that come in on standard input
 * and answers each on standard output with whether it did. It ends with its input, and so with the
 * process that started it.
 */
public final class CompilerMain {
  private CompilerMain() {}

  /**
   * @param args the id of a device
   */
  public static void main(String[] args) throws IOException {
    try (Device device = OpenClPlatforms.discover().open(args[0])) {
      serve(device, new DataInputStream(System.in), new DataOutputStream(System.out));
    }
  }

  static void serve(Device device, DataInputStream launches, DataOutputStream answers)
      throws IOException {
    while (true) {
      KernelLaunch launch;
      try {
        launch = LaunchStream.read(launches);
      } catch (EOFException noMore) {
        return;
      }
      answers.writeBoolean(compiles(device, launch));
      answers.flush();
    }
  }

  private static boolean compiles(Device device, KernelLaunch launch) {
    try {
      device.buildFor(launch);
      return true;
    } catch (SkipscopeException e) {
      return false;
    }
  }
}
