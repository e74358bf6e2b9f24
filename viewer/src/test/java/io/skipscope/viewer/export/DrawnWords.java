package io.skipscope.viewer.export;

import io.skipscope.viewer.render.Drawing;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Words that were drawn at once, and where they begin: as an SVG has them, so that what is painted
 * can be read.
 *
 * @param x in logical pixels, of the left end of the baseline; {@code y} likewise
 */
public record DrawnWords(String text, double x, double y) {
  /**
   * All words that a painter draws, in order.
   *
   * @param painter moves neither the origin nor the axes
   */
  public static List<DrawnWords> of(Consumer<Graphics2D> painter) {
    try {
      Path file = Files.createTempFile("words", ".svg");
      try {
        SvgWriter.write(file, new Drawing("words", 100, 100, Color.WHITE, painter));
        return read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the drawing cannot be read", e);
    }
  }

  private static List<DrawnWords> read(Path file)
      throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    // What an SVG may hold is described on the Web, which no test asks.
    parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    NodeList texts = parsers.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("text");
    List<DrawnWords> words = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      words.add(
          new DrawnWords(
              text.getTextContent(),
              Double.parseDouble(text.getAttribute("x")),
              Double.parseDouble(text.getAttribute("y"))));
    }
    return words;
  }
}
