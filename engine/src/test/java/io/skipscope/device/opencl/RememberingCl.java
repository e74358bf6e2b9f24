package io.skipscope.device.opencl;

/** Counts calls under the name of a platform that remembers programs: sources are always built. */
final class RememberingCl extends CountingCl {
  RememberingCl(Cl real) {
    super(real);
  }

  @Override
  Object answer(String method, Object result) {
    return method.equals("platformText") ? "NVIDIA CUDA" : result;
  }
}
