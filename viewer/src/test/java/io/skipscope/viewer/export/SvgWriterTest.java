package io.skipscope.viewer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.layout.LayeredArranger;
import io.skipscope.viewer.layout.NetGeometry;
import io.skipscope.viewer.render.Drawing;
import io.skipscope.viewer.render.NetPainter;
import io.skipscope.viewer.render.NetScene;
import io.skipscope.viewer.render.Palettes;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network as SVG, painted by a reader of another maker. */
class SvgWriterTest {

  @TempDir private Path folder;
  private final OpenModel model = OpenNets.resNet20();
  private final NetGeometry chain = OpenNets.chain(model);

  private Drawing network(NetGeometry net) {
    NetScene scene = new NetScene(net, ViewerState.INITIAL.with().model(model).block(1).build());
    return new Drawing(
        "net",
        (int) Math.ceil(net.width()),
        (int) Math.ceil(net.height()),
        Palettes.PLAIN.background(),
        g -> NetPainter.paint(g, scene, Palettes.PLAIN));
  }

  private Path write(Drawing drawing) {
    Path file = folder.resolve("net.svg");
    SvgWriter.write(file, drawing);
    return file;
  }

  private static BufferedImage painted(Path svg, Drawing drawing) throws IOException {
    SVGDocument document = new SVGLoader().load(svg.toUri().toURL());
    assertEquals(drawing.width(), document.size().width);
    assertEquals(drawing.height(), document.size().height);
    BufferedImage image =
        new BufferedImage(drawing.width(), drawing.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    document.render(null, g, new ViewBox(drawing.width(), drawing.height()));
    g.dispose();
    return image;
  }

  @Test
  void anotherReaderPaintsWhatThePngShows() throws IOException {
    assertLooksLikeItsPng(network(chain));
  }

  @Test
  void soItDoesOfANetworkInLayers() throws IOException {
    assertLooksLikeItsPng(
        network(LayeredArranger.arrange(model.graph(), block -> false, OpenNets.METRICS)));
  }

  private void assertLooksLikeItsPng(Drawing network) throws IOException {
    BufferedImage png = network.image(1);
    BufferedImage svg = painted(write(network), network);
    long differing = 0;
    long drawn = 0;
    for (int y = 0; y < png.getHeight(); y++) {
      for (int x = 0; x < png.getWidth(); x++) {
        drawn += png.getRGB(x, y) != Color.WHITE.getRGB() ? 1 : 0;
        differing += distance(png.getRGB(x, y), svg.getRGB(x, y)) > 128 ? 1 : 0;
      }
    }
    assertTrue(drawn > 0.02 * png.getWidth() * png.getHeight(), drawn + " pixels are drawn");
    assertTrue(differing < 0.1 * drawn, differing + " of " + drawn + " pixels differ");
  }

  private static int distance(int one, int other) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return most;
  }

  @Test
  void wordsStayTextWithFontsThatReadersHave() throws IOException {
    Drawing network = network(chain);
    String svg = Files.readString(write(network));
    assertTrue(svg.contains(">layer3.1</text"), "the name of a block");
    assertTrue(svg.contains("Helvetica, Arial, sans-serif"), "fonts for other computers");
    assertTrue(svg.contains("viewBox=\"0 0 " + network.width()), "a size to scale from");
  }
}
