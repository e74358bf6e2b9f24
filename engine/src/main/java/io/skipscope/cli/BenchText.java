package io.skipscope.cli;

import io.skipscope.measure.BenchReport;
import java.util.Locale;

/** What {@code bench} prints for people. */
final class BenchText {
  private BenchText() {}

  static String of(BenchReport report) {
    StringBuilder text = new StringBuilder();
    text.append(nodes(report)).append('\n').append(latency(report)).append(memory(report));
    if (report.untapped() != null) {
      text.append(untapped(report.untapped()));
    }
    if (report.precisionLoss() != null) {
      text.append(report.precisionLoss().text()).append('\n');
    }
    report.peers().forEach(peer -> text.append(peer(peer)));
    report.workloads().forEach(workload -> text.append(workload(workload)));
    return text.toString();
  }

  private static TextTable nodes(BenchReport report) {
    TextTable table =
        new TextTable("node", "operator", "kernel", "ms", "GFLOP/s", "of peak", "GB/s", "of copy");
    for (BenchReport.NodeSpeed node : report.nodes()) {
      table.row(
          node.name(),
          node.op(),
          node.kernel(),
          format("%.3f", node.millis()),
          format("%.1f", node.gflops()),
          percent(node.peakShare()),
          format("%.1f", node.gbps()),
          percent(node.copyShare()));
    }
    return table;
  }

  private static String latency(BenchReport report) {
    double nodeMillis = report.nodes().stream().mapToDouble(BenchReport.NodeSpeed::millis).sum();
    return format(
            "%s, batch %d, device %s, %d threads, %d runs%n",
            report.model(), report.batch(), report.device(), report.threads(), report.runs())
        + format(
            "latency  min %.3f ms, median %.3f ms, p95 %.3f ms; the nodes' medians sum to %.3f ms%n",
            report.minMillis(), report.medianMillis(), report.p95Millis(), nodeMillis)
        + format(
            "device   %.1f GFLOP/s multiply-add peak, %.1f GB/s copy, both measured%n",
            report.peakGflops(), report.copyGbps());
  }

  private static String memory(BenchReport report) {
    return format(
        "memory   %.1f MiB on the device: weights %.1f MiB, arenas for %.1f MiB of live values;"
            + " %d kernels compiled, %s%n",
        mebibytes(report.peakDeviceBytes()),
        mebibytes(report.packedWeightBytes()),
        mebibytes(report.liveActivationBytes()),
        report.compiledKernels(),
        report.kernelChoice());
  }

  private static String untapped(BenchReport.Untapped untapped) {
    return format(
        "taps     median without them %.3f ms, ratio %.3f (with / without, in turn)%n",
        untapped.medianMillis(), untapped.ratio());
  }

  private static String peer(BenchReport.PeerResult peer) {
    return format(
        "%s  median %.3f ms, ratio %.3f (its time / ours), largest relative difference %.1e%n",
        peer.name(), peer.medianMillis(), peer.ratio(), peer.worstError());
  }

  private static String workload(BenchReport.WorkloadResult other) {
    return format(
        "%dx%dx%d  median %.3f ms, ratio %.3f (its time a pixel / the one above)%n",
        other.batch(), other.height(), other.width(), other.medianMillis(), other.ratio());
  }

  private static double mebibytes(long sizeBytes) {
    return sizeBytes / (double) (1 << 20);
  }

  private static String percent(double share) {
    return format("%.0f%%", 100 * share);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
