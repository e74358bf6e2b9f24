package io.skipscope.device.opencl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Passes every call on, but reports lower limits of built kernels, as small devices do. */
final class LimitedCl {
  /** What {@link Cl#kernelNumbers} says of each built kernel. */
  interface Limits {
    /**
     * @param required work-items of the work-group that the source demands; 0 if it demands none
     * @param reported what the driver says
     */
    long report(int parameter, long required, long reported);
  }

  private LimitedCl() {}

  static Cl over(Cl real, Limits limits) {
    Class<?>[] types = {Cl.class};
    return (Cl)
        Proxy.newProxyInstance(
            Cl.class.getClassLoader(),
            types,
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                return method.getName().equals("kernelNumbers")
                    ? limited(real, limits, arguments, (long[]) result)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static long[] limited(Cl real, Limits limits, Object[] arguments, long[] reported) {
    int parameter = (int) arguments[2];
    if (parameter == ClInfo.KERNEL_COMPILE_WORK_GROUP_SIZE) {
      return reported;
    }
    long[] demanded =
        real.kernelNumbers(
            (ClObject) arguments[0],
            (ClObject) arguments[1],
            ClInfo.KERNEL_COMPILE_WORK_GROUP_SIZE);
    long required = Arrays.stream(demanded).reduce(1, (a, b) -> a * b);
    return new long[] {limits.report(parameter, required, reported[0])};
  }
}
