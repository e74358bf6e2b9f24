package io.skipscope.viewer.state;

import io.skipscope.graph.ResidualBlock;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that is needed to do a run again, for another of its blocks.
 *
 * @param changes in what the network differed from the opened one
 */
public record KeptRun(OpenModel model, OpenPicture picture, String deviceId, Changes changes) {
  /** The run that a state shows. */
  static KeptRun of(ViewerState state) {
    return new KeptRun(
        state.run().model(), state.picture(), state.deviceId(), state.run().changes());
  }

  KeptRun withPicture(OpenPicture other) {
    return new KeptRun(model, other, deviceId, changes);
  }

  /**
   * The index of the block that a run's block is compared with: the one of the same name, else the
   * one in the same place; empty if the network has neither.
   */
  public Optional<Integer> counterpart(BlockRun run) {
    if (!run.hasBlock() || model.blocks().isEmpty()) {
      return Optional.empty();
    }
    String name = run.plan().block().name();
    return IntStream.range(0, model.blocks().size())
        .boxed()
        .filter(i -> block(i).name().equals(name))
        .findFirst()
        .or(() -> Optional.of(run.block()).filter(i -> i < model.blocks().size()));
  }

  private ResidualBlock block(int index) {
    return model.blocks().get(index).block();
  }

  /** The tap of a value that a run has, where this network has a node of that name; else empty. */
  public String tap(String wanted) {
    boolean known = model.graph().nodes().stream().anyMatch(node -> node.name().equals(wanted));
    return known ? wanted : "";
  }
}
