package io.skipscope.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine keeps the import rules; {@link ImportRulesTest} shows that they can be broken. */
class ArchitectureTest {
  private static final ImportRules RULES = new ImportRules("io.skipscope");
  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.skipscope");
  }

  @Test
  void everyPackageHasARank() {
    RULES.everyPackageHasARank().check(classes);
  }

  @Test
  void importsGoDownTheRanks() {
    RULES.importsGoDownTheRanks().check(classes);
  }

  @Test
  void familiesDoNotImportEachOther() {
    RULES.familiesDoNotImportEachOther().check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    RULES.packagesHaveNoCycles().check(classes);
  }

  @Test
  void joclStaysBehindTheDevice() {
    RULES.onlyIn("device.opencl", "org.jocl..").check(classes);
  }

  @Test
  void swingStaysInTheViewer() {
    RULES
        .onlyIn("viewer", "javax.swing..", "java.awt.event..", "com.formdev.flatlaf..")
        .check(classes);
  }

  @Test
  void onnxClassesStayInTheirFormat() {
    RULES.onlyIn("load.onnx", "ai.onnx..", "com.google.protobuf..").check(classes);
  }

  @Test
  void commandLineLibraryStaysInTheCommandLine() {
    RULES.onlyIn("cli", "picocli..").check(classes);
  }
}
