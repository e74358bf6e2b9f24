package io.skipscope.op.conv;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Attributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@link ConvChain} does besides its weights.
 *
 * @param stages in running order, at least one
 * @param activation behind every step of all stages
 */
public record ConvChainAttributes(List<ConvStage> stages, Activation activation)
    implements Attributes {
  public ConvChainAttributes {
    stages = List.copyOf(stages);
  }

  /** One stage; of an odd number of steps it begins with a sum. */
  public static ConvChainAttributes of(int steps, Activation activation) {
    return of(new ConvStage(steps, false, 0), activation);
  }

  static ConvChainAttributes of(ConvStage stage, Activation activation) {
    return new ConvChainAttributes(List.of(stage), activation);
  }

  /** The same stage, of an odd number of steps, behind a convolution of stride 2. */
  public ConvChainAttributes downsampling(int paddedBefore) {
    return of(new ConvStage(stages.get(0).steps(), true, paddedBefore), activation);
  }

  /** These stages, and those of a chain with the same activation behind them. */
  public ConvChainAttributes then(ConvChainAttributes next) {
    return new ConvChainAttributes(
        Stream.concat(stages.stream(), next.stages.stream()).toList(), activation);
  }
}
