package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
 * @param handOverMillis by the id of another device, what passes, apart from runs and copies, from
 *     the end of a stage there to the begin of the next here: the wake-up of this device's thread
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
    CopyCost gather,
    Map<String, Double> handOverMillis) {
  public DeviceCost {
    handOverMillis =
        handOverMillis == null ? null : Collections.unmodifiableMap(new TreeMap<>(handOverMillis));
  }

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
        && gather != null
        && handOverMillis != null
        && handOverMillis.values().stream().allMatch(millis -> millis != null && millis >= 0);
  }

  /** The same with what it takes to go on behind other devices, by their ids. */
  public DeviceCost withHandOvers(Map<String, Double> millis) {
    return new DeviceCost(
        device,
        alone,
        together,
        startMillis,
        inStreamMillis,
        fixedShare,
        upload,
        download,
        gather,
        millis);
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
    Map<String, Double> handOvers = new TreeMap<>(handOverMillis);
    handOvers.replaceAll((other, millis) -> millis * factor);
    return new DeviceCost(
        device,
        alone.withMillis(aloneMillis),
        together.withMillis(togetherMillis),
        startMillis,
        inStreamMillis,
        fixedShare,
        upload.times(factor),
        download.times(factor),
        gather.times(factor),
        handOvers);
  }

  /** What a range of segments takes with the copies at both of its ends, under one condition. */
  double rangeMillis(Chain chain, FrameCost frame, int from, int to) {
    return frame.millis(chain, from, to)
        + upload.millis(chain.bytesBefore(from))
        + download.millis(chain.bytesAfter(to));
  }

  /**
   * What some nodes take with the copies before and behind them, under one condition. The values
   * that they read are on their way together; each that they write is waited for by itself.
   */
  double groupMillis(Graph graph, FrameCost frame, NodeGroup group) {
    return frame.millis(group.nodes())
        + joinMillis(graph, frame, group)
        + upload.millis(group.readBytes(graph))
        + group.writtenBytes(graph).mapToDouble(download::millis).sum();
  }

  /**
   * A node in which branches meet, and which fusing has put into the last launch of one of them, is
   * a launch of its own once it runs apart from them. It does little but read their values, so that
   * it counts as a copy of these within memory.
   */
  private double joinMillis(Graph graph, FrameCost frame, NodeGroup group) {
    boolean joins = group.reads().size() > 1;
    boolean hasTime = frame.millis(group.nodes().subList(0, 1)) > 0;
    return joins && !hasTime ? gather.millis(group.readBytes(graph)) : 0;
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
