package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import java.util.Set;

/**
 * What a network costs on a device, measured.
 *
 * @param device the device's id
 * @param alone a frame while the other devices rest
 * @param together a frame while all the others run too; they may share memory and cores
 * @param startMillis by how much the first frame of a stream takes longer than those behind it
 * @param inStreamMillis one of those behind it while the other devices rest
 * @param fixedShare what is left of the time of some rows of a map when there are hardly any rows,
 *     as a share of the time of all rows: launches, weights that are read, cores without work
 * @param upload what it takes the device to go on with a network at a value from the host
 * @param download device to host
 * @param gather from several pieces in host memory into one
 */
public record DeviceCost(
    String device,
    FrameCost alone,
    FrameCost together,
    double startMillis,
    double inStreamMillis,
    double fixedShare,
    CopyCost upload,
    CopyCost download,
    CopyCost gather) {

  /** Whether numbers from a file can have been measured on a network of these nodes. */
  public boolean isPossible(Set<String> nodes) {
    return alone != null
        && together != null
        && alone.isPossible(nodes)
        && together.isPossible(nodes)
        && startMillis >= 0
        && inStreamMillis > 0
        && fixedShare >= 0
        && fixedShare <= 1
        && upload != null
        && download != null
        && gather != null;
  }

  /**
   * What the network costs while the device is faster or slower than it was: what was not measured
   * again has changed by as much as a frame beside the others has.
   *
   * @param aloneMillis a frame while the other devices rest
   * @param startMillis by how much the first frame of a stream takes longer by now
   * @param inStreamMillis one of those behind it while the other devices rest
   * @param togetherMillis likewise while they run too
   */
  public DeviceCost atSpeed(
      double aloneMillis, double startMillis, double inStreamMillis, double togetherMillis) {
    double factor = togetherMillis / together.millis();
    return new DeviceCost(
        device,
        alone.withMillis(aloneMillis),
        together.withMillis(togetherMillis),
        startMillis,
        inStreamMillis,
        fixedShare,
        upload.times(factor),
        download.times(factor),
        gather.times(factor));
  }

  /** What a range of segments takes with the copies at both of its ends, under one condition. */
  double rangeMillis(Chain chain, FrameCost frame, int from, int to) {
    return frame.millis(chain, from, to)
        + upload.millis(chain.bytesBefore(from))
        + download.millis(chain.bytesAfter(to));
  }

  /** What some nodes take with the copies before and behind them, under one condition. */
  double groupMillis(Graph graph, FrameCost frame, NodeGroup group) {
    return frame.millis(group.nodes())
        + upload.millis(group.readBytes(graph))
        + download.millis(group.writtenBytes(graph));
  }

  /** What a frame takes, of a number of them, if the device does them all and the others rest. */
  double wholeMillis(Goal goal, int frames) {
    return goal == Goal.LATENCY ? alone.millis() : inStreamMillis + startMillis / frames;
  }

  /** What a number of frames takes of the device when the others run too. */
  double streamMillis(int frames) {
    return startMillis + frames * together.millis();
  }

  /**
   * What some rows of a range take when the others do other rows, with the copies at both ends.
   *
   * @param read the share of the rows before the range that they are computed from, 0 to 1
   * @param written the share of the rows after the range that they are, 0 to 1
   */
  double rowsMillis(Chain chain, int from, int to, double read, double written) {
    long bytes = (long) (read * chain.bytesBefore(from));
    return (fixedShare + (1 - fixedShare) * read) * together.millis(chain, from, to)
        + gather.millis(bytes)
        + upload.millis(bytes)
        + download.millis((long) (written * chain.bytesAfter(to)));
  }
}
