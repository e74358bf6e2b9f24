package io.skipscope.viewer.export;

import static io.skipscope.viewer.export.ExportFormat.CSV;
import static io.skipscope.viewer.export.ExportFormat.NPY;
import static io.skipscope.viewer.export.ExportFormat.PNG;
import static io.skipscope.viewer.export.ExportFormat.TIFF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportFormatTest {
  private static Path meant(String named, ExportFormat chosen) {
    return ExportFormat.meant(Path.of("folder", named), PNG, chosen);
  }

  @Test
  void theEndingTellsTheFormatInAnyCase() {
    for (ExportFormat format : ExportFormat.values()) {
      assertEquals(Optional.of(format), ExportFormat.of(Path.of("a.b." + format.extension())));
    }
    assertEquals(Optional.of(TIFF), ExportFormat.of(Path.of("A.TIF")));
    assertEquals(Optional.empty(), ExportFormat.of(Path.of("layer1.0.sum")));
    assertEquals(Optional.empty(), ExportFormat.of(Path.of("csv")));
  }

  @Test
  void anEndingThatWasTypedDecides() {
    assertEquals(Path.of("folder", "a.npy"), meant("a.npy", CSV));
    assertEquals(Path.of("folder", "a.TIF"), meant("a.TIF", PNG));
  }

  @Test
  void theChosenKindReplacesTheEndingThatWasOffered() {
    assertEquals(Path.of("folder", "layer1.0.sum.csv"), meant("layer1.0.sum.png", CSV));
    assertEquals(Path.of("folder", "layer1.0.sum.png"), meant("layer1.0.sum.png", PNG));
  }

  @Test
  void theChosenKindIsAddedWhereThereIsNoEnding() {
    assertEquals(Path.of("folder", "layer1.0.sum.npy"), meant("layer1.0.sum", NPY));
    assertEquals(Path.of("folder", "sum.png"), meant("sum", PNG));
  }
}
