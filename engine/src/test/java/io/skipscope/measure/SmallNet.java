package io.skipscope.measure;

import io.skipscope.graph.Graph;
import io.skipscope.pass.Passes;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Shortcut;
import io.skipscope.zoo.Zoo;

/** Networks with every kind of block and shortcut, for pictures so small that slow devices do. */
enum SmallNet {
  THREE_BLOCKS(new CifarResNet(1, Shortcut.PROJECTION), 16, 16),
  PADDED_SHORTCUTS(new CifarResNet(1, Shortcut.PADDED), 17, 19),
  BASIC_BLOCKS(Zoo.architecture("resnet18"), 33, 47),
  GROUPED_BOTTLENECKS(Zoo.architecture("resnext50_32x4d"), 33, 47),
  INVERTED_RESIDUALS(Zoo.architecture("mobilenet_v2:0.5"), 33, 47);

  private static final int CLASSES = 10;
  private static final long SEED = 5;

  private final Architecture architecture;
  private final int height;
  private final int width;

  SmallNet(Architecture architecture, int height, int width) {
    this.architecture = architecture;
    this.height = height;
    this.width = width;
  }

  /** The same weights every time. */
  Graph graph() {
    HeInitialisation weights = HeInitialisation.withRandomBatchNorm(SEED);
    return Passes.prepare(architecture.build(weights, CLASSES, height, width));
  }
}
