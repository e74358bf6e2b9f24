package io.skipscope.viewer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The viewer keeps its import rules, and each rule finds the violation planted for it. */
class ViewerImportsTest {
  private static final String ROOT = "io.skipscope.viewer";
  private static final String PLANTED = "io.skipscope.viewer.architecture.planted";

  @Test
  void stateRenderLayoutAndExportKnowNoSwing() {
    noSwingBelowTheWindow(ROOT).check(viewer());
  }

  @Test
  void flatLafStaysInTheTheme() {
    flatLafOnlyInTheme(ROOT).check(viewer());
  }

  @Test
  void joclIsOutOfReach() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jocl..")
        .allowEmptyShould(true)
        .check(viewer());
  }

  @Test
  void batikStaysInTheExport() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".export..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.batik..")
        .check(viewer());
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(viewer());
  }

  @Test
  void plantedViolationsAreFound() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    assertTrue(noSwingBelowTheWindow(PLANTED).evaluate(planted).hasViolation());
    assertTrue(flatLafOnlyInTheme(PLANTED).evaluate(planted).hasViolation());
  }

  private static ArchRule noSwingBelowTheWindow(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            root + ".state..", root + ".render..", root + ".layout..", root + ".export..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.swing..", "java.awt.event..")
        .allowEmptyShould(true);
  }

  private static ArchRule flatLafOnlyInTheme(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".theme..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.formdev.flatlaf..")
        .allowEmptyShould(true);
  }

  private static JavaClasses viewer() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(ROOT);
  }
}
