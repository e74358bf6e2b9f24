package io.skipscope.viewer.export;

import io.skipscope.job.AtomicFile;
import io.skipscope.viewer.render.Drawing;
import java.awt.Dimension;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes a drawing as SVG, completely or not at all: its lines as lines, and its words as text that
 * can be searched and edited.
 */
final class SvgWriter {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String FONT_FAMILY = "font-family";

  /** Of widths like the window's font, for readers who do not have it. */
  private static final String OTHER_FONTS = ", Helvetica, Arial, sans-serif";

  private SvgWriter() {}

  static void write(Path file, Drawing drawing) {
    SVGGraphics2D g = new SVGGraphics2D(document());
    Element root;
    try {
      g.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
      g.setColor(drawing.background());
      g.fillRect(0, 0, drawing.width(), drawing.height());
      drawing.painter().accept(g);
      root = g.getRoot();
      root.setAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
      addOtherFonts(root);
    } finally {
      g.dispose();
    }
    AtomicFile.write(
        file,
        out -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          g.stream(root, text, false, false);
          text.flush();
        });
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the Java runtime makes no XML documents", e);
    }
  }

  private static void addOtherFonts(Node node) {
    if (node instanceof Element element && element.hasAttribute(FONT_FAMILY)) {
      element.setAttribute(FONT_FAMILY, element.getAttribute(FONT_FAMILY) + OTHER_FONTS);
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      addOtherFonts(child);
    }
  }
}
