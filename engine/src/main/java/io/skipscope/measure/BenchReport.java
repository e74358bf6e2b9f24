package io.skipscope.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a benchmark found; times in milliseconds of wall clock, sizes in bytes.
 *
 * @param threads the device's compute units, and what peers may use
 * @param compiledKernels distinct combinations of kernel, build options and local size
 * @param kernelChoice {@code tuned} where a search on this device decided, else {@code defaults}
 * @param peakDeviceBytes packed weights and the arenas of the activations
 * @param packedWeightBytes stored values as they lie on the device
 * @param liveActivationBytes the largest set of values and scratch that are needed at one time
 * @param peakGflops the device's measured multiply-add peak, in 10^9 operations a second
 * @param copyGbps the device's measured copy speed, in 10^9 bytes a second
 * @param nodes in running order
 * @param untapped the same runs without taps; null if nothing was tapped
 * @param workloads the same network at other batches and sizes, in turn with the first
 * @param precisionLoss what storing in half changes in the output; null in float
 * @param fallbacks what did not run as asked, one line each
 */
public record BenchReport(
    String model,
    String device,
    int batch,
    int runs,
    int threads,
    double minMillis,
    double medianMillis,
    double p95Millis,
    long compiledKernels,
    String kernelChoice,
    long peakDeviceBytes,
    long packedWeightBytes,
    long liveActivationBytes,
    double peakGflops,
    double copyGbps,
    List<NodeSpeed> nodes,
    Untapped untapped,
    List<PeerResult> peers,
    List<WorkloadResult> workloads,
    @JsonInclude(JsonInclude.Include.NON_NULL) PrecisionLoss precisionLoss,
    List<String> fallbacks) {
  /**
   * One node, medians over the runs.
   *
   * @param kernel what computed it; several kernels are joined by {@code +}
   * @param millis on the device, by its own clock, the node's launches together
   * @param gflops the operator's floating-point operations a second, however it was computed
   * @param peakShare of the device's multiply-add peak, 0 to 1; fewer operations than counted, as
   *     Winograd's, can exceed 1
   * @param gbps least traffic a second, in 10^9 bytes
   * @param copyShare of the device's copy speed; caches can exceed 1
   */
  public record NodeSpeed(
      String name,
      String op,
      String kernel,
      double millis,
      double gflops,
      double peakShare,
      double gbps,
      double copyShare) {}

  /**
   * Runs without taps, in turn with the tapped ones.
   *
   * @param ratio the tapped median divided by this one: what the taps cost
   */
  public record Untapped(double medianMillis, double ratio) {}

  /**
   * Another engine on the same network, input and number of threads.
   *
   * @param ratio the peer's median time divided by ours
   * @param worstError largest difference of its outputs and ours, relative to the largest magnitude
   */
  public record PeerResult(String name, double medianMillis, double ratio, double worstError) {}

  /**
   * Other pictures through the same network.
   *
   * @param ratio the time a pixel divided by the benchmark's own: 1 if time grows as the pixels do
   */
  public record WorkloadResult(
      int batch, int height, int width, double medianMillis, double ratio) {}

  public BenchReport {
    nodes = List.copyOf(nodes);
    peers = List.copyOf(peers);
    workloads = List.copyOf(workloads);
    fallbacks = List.copyOf(fallbacks);
  }
}
