package io.skipscope.cli;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.DeviceException;
import io.skipscope.job.Job;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.DeviceSpeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devices}: what there is to run on, and how fast it is. */
@Command(name = "devices", description = "Lists devices, their limits and their measured speed.")
final class DevicesCommand implements Runnable {
  @Mixin private Output output;

  /** One device in {@code --json}. */
  record Row(
      String id,
      String platform,
      String name,
      String driver,
      String type,
      int computeUnits,
      double peakGflops,
      double copyGbps) {}

  @Override
  public void run() {
    DeviceCatalog catalog = DeviceCatalog.discover();
    catalog.problems().forEach(output::note);
    List<Row> rows = new ArrayList<>();
    TextTable table =
        new TextTable("id", "type", "units", "GFLOP/s", "GB/s", "memory MiB", "name", "platform");
    try (ProgressBar bar = output.progressBar()) {
      Job job = new Job(bar);
      for (DeviceInfo info : catalog.devices()) {
        job.progress("Measuring devices", rows.size(), catalog.devices().size());
        Row row = measure(catalog, info);
        rows.add(row);
        table.row(
            row.id(),
            row.type(),
            row.computeUnits(),
            decimal(row.peakGflops()),
            decimal(row.copyGbps()),
            info.globalMemoryBytes() >> 20,
            row.name(),
            row.platform());
      }
    }
    output.result(rows, table.toString());
  }

  /** A device that does not open or measure is still listed, with no speed. */
  private Row measure(DeviceCatalog catalog, DeviceInfo info) {
    double peakGflops = 0;
    double copyGbps = 0;
    try (Device device = catalog.open(info.id())) {
      DeviceSpeed speed = DeviceSpeed.measure(device);
      peakGflops = speed.peakGflops();
      copyGbps = speed.copyGbps();
    } catch (DeviceException e) {
      output.note(e.getMessage());
    }
    return new Row(
        info.id(),
        info.platform(),
        info.name(),
        info.driver(),
        info.type().name(),
        info.computeUnits(),
        peakGflops,
        copyGbps);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
