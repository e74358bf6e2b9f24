package io.skipscope.cli;

import io.skipscope.device.DeviceInfo;
import io.skipscope.error.InputException;
import io.skipscope.run.DeviceCatalog;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --device}: which device, or which devices. */
final class DeviceOption {
  @Option(
      names = "--device",
      split = ",",
      paramLabel = "ID",
      description = {
        "An id that `devices` prints, several with commas, `all`, or `auto`: the fastest",
        "measured, or what SKIPSCOPE_DEVICE says."
      })
  private List<String> ids = List.of(DeviceCatalog.AUTO);

  /** The device of a command that takes one. */
  String single() {
    if (ids.size() > 1 || ids.get(0).equals("all")) {
      throw new InputException(
          "--device", "several devices (" + String.join(",", ids) + ")", "one for this command");
    }
    return ids.get(0);
  }

  /** What was asked for, for kernels to run on: {@code all} means OpenCL's, if any. */
  List<String> severalForKernels(DeviceCatalog catalog) {
    if (!ids.contains("all")) {
      return ids.stream().map(id -> catalog.find(id).id()).distinct().toList();
    }
    List<String> openCl =
        catalog.devices().stream()
            .map(DeviceInfo::id)
            .filter(id -> !id.equals(DeviceCatalog.JAVA))
            .toList();
    return openCl.isEmpty() ? List.of(DeviceCatalog.JAVA) : openCl;
  }

  /** Makes the device what {@code auto} means in this process. */
  void makeDefault() {
    if (!single().equals(DeviceCatalog.AUTO)) {
      System.setProperty("skipscope.device", single());
    }
  }
}
