package io.skipscope.cli;

import io.skipscope.error.InputException;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --device}: which device, or which devices. */
final class DeviceOption {
  private static final String AUTO = "auto";

  @Option(
      names = "--device",
      split = ",",
      paramLabel = "ID",
      description = {
        "An id that `devices` prints, several with commas, `all`, or `auto`: the fastest",
        "measured, or what SKIPSCOPE_DEVICE says."
      })
  private List<String> ids = List.of(AUTO);

  /** The device of a command that takes one. */
  String single() {
    if (ids.size() > 1 || ids.get(0).equals("all")) {
      throw new InputException(
          "--device", "several devices (" + String.join(",", ids) + ")", "one for this command");
    }
    return ids.get(0);
  }

  /** What was asked for: ids, or {@code all} or {@code auto}. */
  List<String> all() {
    return ids;
  }
}
