package io.skipscope.device.opencl;

import io.skipscope.device.Bindings;
import io.skipscope.device.Closing;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Event;
import io.skipscope.device.Factors;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.device.PreparedLaunch;
import io.skipscope.device.Queue;
import io.skipscope.tensor.DataType;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The queues of several devices of one context as one: each launch is cut by rows, and its pieces
 * run side by side. A launch begins when all pieces of the one before have ended; what cannot be
 * cut, and every copy, goes to the first queue.
 *
 * <pre>
 * first queue   rows 0-13 ──┬──> rows 0-13 ──┬──> uncut ──┬──> rows 0-6
 *                           ╳                ╳            │
 * second queue  rows 14-27 ─┴──> rows 14-27 ─┘            └──> rows 7-13
 * </pre>
 */
final class TeamQueue implements Queue {
  private final OpenClDevice device;
  private final List<OpenClQueue> queues = new ArrayList<>();

  /** The events of the last launch's pieces. */
  private final List<Event> last = new ArrayList<>();

  /** Whether a queue was given something of which {@link #last} does not tell. */
  private boolean untold;

  private TeamQueue(OpenClDevice device) {
    this.device = device;
  }

  /** One queue a member; under the device's lock. */
  static TeamQueue open(OpenClDevice device, List<ClObject> members) {
    TeamQueue team = new TeamQueue(device);
    try {
      members.forEach(member -> team.queues.add(device.openQueue(member)));
      return team;
    } catch (RuntimeException e) {
      Closing.after(e, team::close);
      throw e;
    }
  }

  private OpenClQueue first() {
    return queues.get(0);
  }

  /** The first queue, when all others have nothing left to do. */
  OpenClQueue joined() {
    queues.stream().skip(1).forEach(OpenClQueue::finish);
    untold = true;
    return first();
  }

  @Override
  public Event submit(Launch launch, Bindings bindings) {
    return joined().submit(launch, bindings);
  }

  @Override
  public PreparedLaunch prepare(Launch launch, Function<String, DeviceBuffer> buffers) {
    List<OpenClLaunch> pieces = new ArrayList<>();
    try {
      for (Launch piece : cut(launch)) {
        pieces.add((OpenClLaunch) queues.get(pieces.size()).prepare(piece, buffers));
      }
      return new TeamLaunch(this, pieces);
    } catch (RuntimeException e) {
      Closing.after(e, () -> new TeamLaunch(this, pieces).close());
      throw e;
    }
  }

  private List<? extends Launch> cut(Launch launch) {
    return launch instanceof KernelLaunch kernel
        ? RowShares.of(kernel, queues.size())
        : List.of(launch);
  }

  /** Enqueues the pieces of one launch, each on its queue; their events. */
  List<Event> submit(List<OpenClLaunch> pieces, Factors factors) {
    synchronized (device.callLock()) {
      if (untold) {
        finish();
      }
      untold = true;
      List<Event> events = new ArrayList<>();
      for (int queue = 0; queue < pieces.size(); queue++) {
        events.add(pieces.get(queue).submitAfter(factors, lastOfOthers(queue)));
        queues.get(queue).flush();
      }
      last.clear();
      last.addAll(events);
      untold = false;
      return events;
    }
  }

  /** A queue itself is in order. */
  private List<Event> lastOfOthers(int queue) {
    List<Event> others = new ArrayList<>(last);
    if (queue < others.size()) {
      others.remove(queue);
    }
    return others;
  }

  @Override
  public void write(DeviceBuffer target, FloatBuffer source, DataType type) {
    joined().write(target, source, type);
  }

  @Override
  public void read(DeviceBuffer source, FloatBuffer target, DataType type) {
    joined().read(source, target, type);
  }

  @Override
  public void finish() {
    queues.forEach(OpenClQueue::finish);
    last.clear();
    untold = false;
  }

  @Override
  public void close() {
    Closing.all(queues.stream().<Runnable>map(queue -> queue::close).toList());
  }
}
