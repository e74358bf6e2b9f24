package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.viewer.theme.Theme;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window shows can be made and painted without a display. */
class WindowRehearsalTest {
  @TempDir private Path folder;

  /** In a process of its own, for Java decides only once whether it has a display. */
  @Test
  void aStartWithoutADisplayPaintsNetworkCardAndAnswer() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Djava.awt.headless=true",
                "-Dskipscope.device=java",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                TestPictures.gradient(folder, "gradient.png").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertEquals("network true, card true, answer true", said.strip());
  }

  /** Says of which places the picture shows more than a few colours, as text and maps do. */
  static final class Child {
    private static final int FEW = 8;

    private Child() {}

    public static void main(String[] args) throws IOException {
      BufferedImage seen = WindowRehearsal.run("resnet20", Path.of(args[0]));
      int height = seen.getHeight();
      int side = Theme.scaled(200);
      int middle = seen.getWidth() / 2;
      System.out.printf(
          "network %s, card %s, answer %s%n",
          isPainted(seen, new Rectangle(40, height / 4, side, height / 2)),
          isPainted(seen, new Rectangle(middle - side, height / 4, 2 * side, height / 2)),
          isPainted(seen, new Rectangle(seen.getWidth() - side, height / 4, side, height / 2)));
    }

    private static boolean isPainted(BufferedImage image, Rectangle place) {
      int[] pixels =
          image.getRGB(place.x, place.y, place.width, place.height, null, 0, place.width);
      return Arrays.stream(pixels).distinct().count() > FEW;
    }
  }
}
