package io.skipscope.device.opencl;

import io.skipscope.device.Closing;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Event;
import io.skipscope.device.Factors;
import io.skipscope.device.PreparedLaunch;
import java.util.List;
import java.util.function.Function;

/** A launch in pieces, one for each of the first queues of a team. */
final class TeamLaunch implements PreparedLaunch {
  private final TeamQueue team;
  private final List<OpenClLaunch> pieces;

  TeamLaunch(TeamQueue team, List<OpenClLaunch> pieces) {
    this.team = team;
    this.pieces = List.copyOf(pieces);
  }

  @Override
  public void submit(Factors factors) {
    team.submit(pieces, factors);
  }

  /** The slowest piece's time. */
  @Override
  public Event submitTimed(Factors factors) {
    List<Event> events = team.submit(pieces, factors);
    return () -> events.stream().mapToLong(Event::elapsedNanos).max().orElse(0);
  }

  @Override
  public void rebind(Function<String, DeviceBuffer> buffers) {
    pieces.forEach(piece -> piece.rebind(buffers));
  }

  @Override
  public void close() {
    Closing.all(pieces.stream().<Runnable>map(piece -> piece::close).toList());
  }
}
