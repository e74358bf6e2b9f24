package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.NetGeometry;
import io.skipscope.viewer.layout.NetPart;
import io.skipscope.viewer.state.BlockSummary;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.Survey;
import io.skipscope.viewer.state.ViewerState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that a picture of the network depends on. The state has a model. */
public record NetScene(NetGeometry geometry, ViewerState state) {
  BlockSummary summary(NetPart part) {
    return state.model().blocks().get(part.block());
  }

  /** The blocks that a folded stage stands for. */
  List<BlockSummary> blocksOf(NetPart stage) {
    List<BlockSummary> all = state.model().blocks();
    int end = stage.block();
    while (end < all.size() && all.get(end).stage().equals(stage.name())) {
      end++;
    }
    return all.subList(stage.block(), end);
  }

  boolean isSelected(NetPart part) {
    return geometry.partOf(state.block()).filter(part::equals).isPresent();
  }

  boolean isChanged(BlockSummary block) {
    Changes present = state.history().present();
    return present.concerns(block.block());
  }

  /** Whether a part shows that a block was changed. */
  public boolean isMarked(NetPart part, Changes changes) {
    return switch (part.kind()) {
      case BLOCK -> changes.concerns(summary(part).block());
      case STAGE -> blocksOf(part).stream().anyMatch(member -> changes.concerns(member.block()));
      case HEADING, OPERATOR -> false;
    };
  }

  /** What was measured of a block; empty until then, and for another model. */
  Optional<Survey.Block> measured(BlockSummary block) {
    return state.survey() == null || state.survey().model() != state.model()
        ? Optional.empty()
        : state.survey().block(block.block().name());
  }

  /** Which devices do a block, or the blocks of a folded stage; none while that is not known. */
  List<Spread.Share> shares(NetPart part) {
    Spread spread = state.spread();
    if (spread == null) {
      return List.of();
    }
    return switch (part.kind()) {
      case BLOCK -> spread.sharesOf(part.name());
      case STAGE -> spread.sharesOf(blocksOf(part).stream().map(b -> b.block().name()).toList());
      case HEADING, OPERATOR -> List.of();
    };
  }

  /** Whether the search finds a part. */
  public boolean isFound(NetPart part) {
    String text = state.search().toLowerCase(Locale.ROOT);
    return part.matches(text, part.kind() == NetPart.Kind.BLOCK ? summary(part).block() : null);
  }
}
