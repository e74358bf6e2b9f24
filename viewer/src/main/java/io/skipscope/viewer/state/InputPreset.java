package io.skipscope.viewer.state;

import java.util.List;

/** Mean and std that pictures are commonly normalised with, in units of 0..1. */
public enum InputPreset {
  /** What the model's file says, or else what the engine takes for want of that. */
  AS_OPENED(List.of(), List.of()),
  /** ImageNet's red, green and blue, as torchvision's models take them. */
  IMAGENET(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f)),
  /** Values from 0 to 1. */
  UNIT(List.of(0f), List.of(1f)),
  /** Values from -1 to 1. */
  SIGNED(List.of(0.5f), List.of(0.5f)),
  /** CIFAR-10's red, green and blue. */
  CIFAR(List.of(0.4914f, 0.4822f, 0.4465f), List.of(0.2470f, 0.2435f, 0.2616f)),
  /** The user's own numbers. */
  OWN(List.of(), List.of());

  private final List<Float> mean;
  private final List<Float> std;

  InputPreset(List<Float> mean, List<Float> std) {
    this.mean = mean;
    this.std = std;
  }

  List<Float> mean() {
    return mean;
  }

  List<Float> std() {
    return std;
  }
}
