package io.skipscope.viewer.export;

import io.skipscope.viewer.render.Drawing;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the window that can be kept: as a picture, and the numbers that it shows. Any thread.
 *
 * @param isVector whether it is drawn in lines and text, so that it can be scaled
 * @param maps the numbers; empty where it shows none
 */
public record Exportable(Drawing drawing, boolean isVector, List<ExportedMaps> maps) {
  public Exportable {
    maps = List.copyOf(maps);
  }

  /** A drawing of lines and text. */
  public static Exportable drawn(Drawing drawing) {
    return new Exportable(drawing, true, List.of());
  }

  /** A picture of maps, with their numbers. */
  public static Exportable pictured(Drawing drawing, List<ExportedMaps> maps) {
    return new Exportable(drawing, false, maps);
  }

  /** What it can be written as: PNG first. An NPY file has room for one value only. */
  public List<ExportFormat> formats() {
    List<ExportFormat> formats = new ArrayList<>(List.of(ExportFormat.PNG));
    if (isVector) {
      formats.add(ExportFormat.SVG);
    }
    if (maps.size() == 1) {
      formats.add(ExportFormat.NPY);
    }
    if (!maps.isEmpty()) {
      formats.addAll(List.of(ExportFormat.TIFF, ExportFormat.CSV, ExportFormat.SAFETENSORS));
    }
    return formats;
  }
}
