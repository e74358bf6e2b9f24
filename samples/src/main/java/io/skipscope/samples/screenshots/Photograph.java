package io.skipscope.samples.screenshots;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import javax.swing.RootPaneContainer;

/** A window's content in the pixels of its screen. */
final class Photograph {
  private Photograph() {}

  /** Event thread. */
  static BufferedImage of(Window window) {
    Component content = ((RootPaneContainer) window).getRootPane();
    AffineTransform scale = window.getGraphicsConfiguration().getDefaultTransform();
    int width = (int) Math.round(content.getWidth() * scale.getScaleX());
    int height = (int) Math.round(content.getHeight() * scale.getScaleY());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.transform(scale);
    content.paint(g);
    g.dispose();
    return image;
  }

  /** Whether all pixels of two pictures of {@link #of} are the same. */
  static boolean isSame(BufferedImage one, BufferedImage other) {
    return one.getWidth() == other.getWidth() && Arrays.equals(pixels(one), pixels(other));
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
