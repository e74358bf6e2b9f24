package io.skipscope.run;

import io.skipscope.device.Device;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A device that is opened, and builds what it will probably need, while something else goes on: a
 * model is read, a window made. Any thread.
 */
public final class EarlyDevice implements AutoCloseable {
  private final CompletableFuture<Device> device;
  private boolean taken;

  private EarlyDevice(CompletableFuture<Device> device) {
    this.device = device;
  }

  /**
   * Returns at once; what goes wrong comes out of {@link #take}.
   *
   * @param deviceId as {@link DeviceCatalog#open} takes it
   * @param purpose as {@link Device#expect} takes it
   */
  public static EarlyDevice open(String deviceId, String purpose) {
    return new EarlyDevice(
        CompletableFuture.supplyAsync(
            () -> {
              Device opened = DeviceCatalog.discover().open(deviceId);
              opened.expect(purpose);
              return opened;
            }));
  }

  /**
   * Waits until the device is open. From now on it is the caller's, who closes it.
   *
   * @throws io.skipscope.error.DeviceException if there is no such device or it does not open
   */
  public synchronized Device take() {
    try {
      Device opened = device.join();
      taken = true;
      return opened;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Closes the device if nobody has taken it. Waits until it is open: a process that ends while
   * drivers are being loaded may crash.
   */
  @Override
  public synchronized void close() {
    if (!taken) {
      taken = true;
      device.handle((opened, failure) -> opened).thenAccept(EarlyDevice::closeOpened).join();
    }
  }

  private static void closeOpened(Device opened) {
    if (opened != null) {
      opened.close();
    }
  }
}
