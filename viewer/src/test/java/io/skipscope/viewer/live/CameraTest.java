package io.skipscope.viewer.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.sarxos.webcam.WebcamDevice;
import io.skipscope.error.InputException;
import io.skipscope.image.Picture;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A device that a test makes stands for the system's. */
class CameraTest {
  private static final Dimension SMALL = new Dimension(320, 240);
  private static final Dimension USUAL = new Dimension(640, 480);
  private static final Dimension LARGE = new Dimension(1920, 1080);

  /** Needs some looks before its first frame, which is red. */
  private static final class Device implements WebcamDevice {
    private int looksToGo;
    private Dimension resolution = SMALL;
    private boolean open;

    Device(int looksToGo) {
      this.looksToGo = looksToGo;
    }

    @Override
    public String getName() {
      return "Device";
    }

    @Override
    public Dimension[] getResolutions() {
      return new Dimension[] {SMALL, LARGE, USUAL};
    }

    @Override
    public Dimension getResolution() {
      return resolution;
    }

    @Override
    public void setResolution(Dimension size) {
      assertFalse(open);
      resolution = size;
    }

    @Override
    public BufferedImage getImage() {
      if (looksToGo-- > 0) {
        return null;
      }
      BufferedImage image =
          new BufferedImage(resolution.width, resolution.height, BufferedImage.TYPE_INT_BGR);
      image.setRGB(1, 0, 0xFF0000);
      return image;
    }

    @Override
    public void open() {
      open = true;
    }

    @Override
    public void close() {
      open = false;
    }

    @Override
    public void dispose() {}

    @Override
    public boolean isOpen() {
      return open;
    }
  }

  @Test
  void theFirstFrameIsAwaitedAndHasTheNetworksOrderOfColours() {
    Camera camera = new Camera(new Device(3), Duration.ofSeconds(30));
    Picture frame = camera.newest();
    assertEquals("Device", frame.name());
    assertEquals(USUAL, new Dimension(frame.width(), frame.height()));
    assertEquals(0xFF0000, frame.rgb(1, 0));
  }

  @Test
  void aClosedCameraStartsAgain() {
    Device device = new Device(0);
    Camera camera = new Camera(device, Duration.ofSeconds(30));
    camera.newest();
    assertTrue(device.isOpen());
    camera.close();
    assertFalse(device.isOpen());
    camera.newest();
    assertTrue(device.isOpen());
  }

  @Test
  void aCameraWithoutPicturesIsClosedAndSaysSo() {
    Device device = new Device(Integer.MAX_VALUE);
    Camera camera = new Camera(device, Duration.ofMillis(40));
    InputException failure = assertThrows(InputException.class, camera::newest);
    assertTrue(failure.getMessage().contains("no picture"), failure.getMessage());
    assertFalse(device.isOpen());
  }

  @Test
  void theSmallestResolutionThatIsEnoughIsTaken() {
    assertEquals(USUAL, Camera.resolution(new Dimension[] {LARGE, SMALL, USUAL}));
    assertEquals(SMALL, Camera.resolution(new Dimension[] {SMALL, new Dimension(160, 120)}));
  }
}
