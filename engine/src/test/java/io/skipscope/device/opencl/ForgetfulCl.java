package io.skipscope.device.opencl;

/** Counts calls under a platform name that no driver with a memory for programs has. */
final class ForgetfulCl extends CountingCl {
  ForgetfulCl(Cl real) {
    super(real);
  }

  @Override
  Object answer(String method, Object result) {
    return method.equals("platformText") ? "Forgetful" : result;
  }
}
