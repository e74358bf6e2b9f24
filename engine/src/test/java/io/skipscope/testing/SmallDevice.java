package io.skipscope.testing;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceMemoryException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A device that has less memory for each buffer than it says. */
public final class SmallDevice {
  private SmallDevice() {}

  public static Device over(Device real, long largestBytes) {
    return (Device)
        Proxy.newProxyInstance(
            Device.class.getClassLoader(),
            new Class<?>[] {Device.class},
            (self, method, arguments) -> {
              if (method.getName().equals("allocate") && (long) arguments[0] > largestBytes) {
                throw new DeviceMemoryException(
                    "small device", arguments[0] + " bytes", "at most " + largestBytes);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
