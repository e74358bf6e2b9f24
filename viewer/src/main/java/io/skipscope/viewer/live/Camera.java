package io.skipscope.viewer.live;

import com.github.eduramiba.webcamcapture.drivers.NativeDriver;
import com.github.sarxos.webcam.WebcamDevice;
import io.skipscope.error.InputException;
import io.skipscope.image.Picture;
import io.skipscope.viewer.text.Text;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A camera of this machine, through the system's own interface. Any thread. */
public final class Camera implements LiveSource {
  /** Networks take a few hundred pixels; more would only be scaled down. */
  private static final int ENOUGH = 480;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long INTERVAL_MILLIS = 10;

  private final WebcamDevice device;
  private final Duration patience;

  /**
   * @param patience how long the first frame may take
   */
  Camera(WebcamDevice device, Duration patience) {
    this.device = device;
    this.patience = patience;
  }

  /**
   * Those that the system lists now; takes a moment.
   *
   * @throws InputException if there is none, or this system's cameras are out of reach
   */
  public static List<Camera> all() {
    List<WebcamDevice> devices;
    try {
      devices = new NativeDriver().getDevices();
    } catch (LinkageError | RuntimeException e) {
      throw none(e);
    }
    if (devices.isEmpty()) {
      throw none(null);
    }
    return devices.stream().map(device -> new Camera(device, PATIENCE)).toList();
  }

  private static InputException none(Throwable cause) {
    return new InputException(
        Text.of("camera.where"), Text.of("camera.none"), Text.of("camera.wanted"), cause);
  }

  @Override
  public String name() {
    return device.getName();
  }

  @Override
  public synchronized Picture newest() {
    try {
      if (!device.isOpen()) {
        device.setResolution(resolution(device.getResolutions()));
        device.open();
      }
      return Picture.of(name(), firstImage());
    } catch (LinkageError | IllegalStateException e) {
      throw silent(e);
    }
  }

  /** The smallest that is enough, else the largest. */
  static Dimension resolution(Dimension[] offered) {
    Comparator<Dimension> bySize = Comparator.comparingInt(size -> size.width * size.height);
    return Arrays.stream(offered)
        .filter(size -> Math.min(size.width, size.height) >= ENOUGH)
        .min(bySize)
        .or(() -> Arrays.stream(offered).max(bySize))
        .orElse(new Dimension(640, ENOUGH));
  }

  /** Cameras need a moment before their first frame. */
  private BufferedImage firstImage() {
    Instant end = Instant.now().plus(patience);
    while (device.isOpen() && Instant.now().isBefore(end)) {
      BufferedImage image = device.getImage();
      if (image != null) {
        return image;
      }
      pause();
    }
    device.close();
    throw silent(null);
  }

  private static void pause() {
    try {
      Thread.sleep(INTERVAL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent(e);
    }
  }

  private static InputException silent(Throwable cause) {
    return new InputException(
        Text.of("camera.where"), Text.of("camera.silent"), Text.of("camera.free"), cause);
  }

  @Override
  public synchronized void close() {
    device.close();
  }

  /** For lists to choose from. */
  @Override
  public String toString() {
    return name();
  }
}
