package io.skipscope.viewer.app;

import io.skipscope.viewer.text.Text;

/** The models that come with the program, by their MODEL names. */
enum Bundled {
  MOBILENET_V2("mobilenet_v2_tinyimagenet20"),
  RESNET20("resnet20_cifar10jpeg");

  private final String source;

  Bundled(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  String label() {
    return Text.of(this);
  }
}
