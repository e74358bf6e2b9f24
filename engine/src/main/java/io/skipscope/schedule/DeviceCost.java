package io.skipscope.schedule;

import java.util.List;

/**
 * What a network costs on a device, measured.
 *
 * @param device the device's id
 * @param aloneMillis one frame while the other devices rest
 * @param togetherMillis one frame while all the others run too; they may share memory and cores
 * @param shares of a frame's time, one for each segment of the chain; they add up to 1
 * @param upload host to device
 * @param download device to host
 */
public record DeviceCost(
    String device,
    double aloneMillis,
    double togetherMillis,
    List<Double> shares,
    CopyCost upload,
    CopyCost download) {
  public DeviceCost {
    shares = List.copyOf(shares);
  }

  /** Whether numbers from a file can have been measured on a chain of that many segments. */
  public boolean isPossible(int segments) {
    return shares.size() == segments
        && aloneMillis > 0
        && togetherMillis > 0
        && upload != null
        && download != null;
  }

  /** The share of a frame's time that a range of segments takes. */
  double share(int from, int to) {
    return shares.subList(from, to).stream().mapToDouble(Double::doubleValue).sum();
  }
}
