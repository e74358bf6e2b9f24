package io.skipscope.testing;

import io.skipscope.device.Device;
import io.skipscope.device.PreparedLaunch;
import io.skipscope.device.Queue;
import io.skipscope.error.DeviceException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A device that works for a while: after so many launches each further one fails. */
public final class FailingDevice {
  private final AtomicInteger launchesLeft;

  private FailingDevice(AtomicInteger launchesLeft) {
    this.launchesLeft = launchesLeft;
  }

  public static Device over(Device real, int launches) {
    return over(real, new AtomicInteger(launches));
  }

  /**
   * Likewise, for tests that count what was launched, or set anew what is left.
   *
   * @param launchesLeft counts down with each launch, below zero too
   */
  public static Device over(Device real, AtomicInteger launchesLeft) {
    return new FailingDevice(launchesLeft).wrapped(Device.class, real);
  }

  private <T> T wrapped(Class<T> type, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (real instanceof PreparedLaunch && method.getName().startsWith("submit")) {
                countDown();
              }
              try {
                return wrappedResult(method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }

  private Object wrappedResult(Object result) {
    if (result instanceof Queue queue) {
      return wrapped(Queue.class, queue);
    }
    return result instanceof PreparedLaunch launch ? wrapped(PreparedLaunch.class, launch) : result;
  }

  private void countDown() {
    if (launchesLeft.getAndDecrement() <= 0) {
      throw new DeviceException("failing device", "a planted fault", "none");
    }
  }
}
