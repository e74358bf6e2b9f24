package io.skipscope.op;

import io.skipscope.tensor.Layout;

/** A kernel for CPUs, on maps whose channels lie in blocks of eight. */
public interface BlockedKernel extends KernelVariant {
  @Override
  default KernelFamily family() {
    return KernelFamily.CPU;
  }

  @Override
  default Layout inputLayout() {
    return Layout.NCHWC8;
  }

  @Override
  default Layout outputLayout() {
    return Layout.NCHWC8;
  }
}
