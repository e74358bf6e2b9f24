package io.skipscope.op;

import java.util.List;
import java.util.Optional;

/** What a search on a device has found to be the fastest. */
public interface TunedKernels {
  /** The fastest kernels of a node. */
  record Pick(String variant, Tuning tuning) {
    /** Such as {@code pointwise_c8.cpu OUT_BLOCKS=2 TILE_COLUMNS=7}. */
    @Override
    public String toString() {
      return variant + tuning;
    }
  }

  /** Nothing has been searched. */
  TunedKernels NONE = context -> Optional.empty();

  /** Empty where nothing is known of the node. */
  Optional<Pick> find(NodeContext context);

  /** One line for each reason why less is known than was found once. */
  default List<String> problems() {
    return List.of();
  }
}
