package io.skipscope.viewer;

import io.skipscope.graph.Graph;
import io.skipscope.pass.Passes;
import io.skipscope.zoo.Zoo;

/** Nets with seeded weights, shapes inferred and blocks found. */
public final class Nets {
  private Nets() {}

  public static Graph resNet20() {
    return Passes.prepare(Zoo.build("resnet20", 1));
  }

  public static Graph mobileNetV2() {
    return Passes.prepare(Zoo.build("mobilenet_v2", 1));
  }
}
