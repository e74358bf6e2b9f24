package io.skipscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;

/** Each rule finds the violation that {@code planted} holds for it, and nothing else there. */
class ImportRulesTest {
  private static final String ROOT = "io.skipscope.architecture.planted";
  private static final ImportRules RULES = new ImportRules(ROOT);
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

  @Test
  void findsAPackageWithoutARank() {
    assertFindsOnly("stray.NoRank", RULES.everyPackageHasARank());
  }

  @Test
  void findsAnImportOfAHigherRank() {
    assertFindsOnly("tensor.ImportsUpwards", RULES.importsGoDownTheRanks());
  }

  @Test
  void findsAnImportOfASisterFamily() {
    assertFindsOnly("op.conv.ImportsSister", RULES.familiesDoNotImportEachOther());
  }

  @Test
  void findsACycleOfPackages() {
    assertFinds("load.ImportsItsFormat", RULES.packagesHaveNoCycles());
  }

  @Test
  void findsALibraryOutsideOfItsPackage() {
    assertFindsOnly("graph.UsesJocl", RULES.onlyIn("device.opencl", "org.jocl.."));
    assertFindsOnly("graph.UsesSwing", RULES.onlyIn("viewer", "javax.swing.."));
  }

  private static void assertFindsOnly(String type, ArchRule rule) {
    EvaluationResult result = assertFinds(type, rule);
    assertEquals(
        result.getFailureReport().getDetails().size(),
        result.getFailureReport().getDetails().stream().filter(d -> d.contains(type)).count(),
        () -> "more than the planted violation: " + result.getFailureReport());
  }

  private static EvaluationResult assertFinds(String type, ArchRule rule) {
    EvaluationResult result = rule.evaluate(PLANTED);
    assertTrue(result.hasViolation(), "no violation found");
    assertTrue(
        result.getFailureReport().getDetails().stream().anyMatch(d -> d.contains(type)),
        () -> "not found: " + type + " in " + result.getFailureReport());
    return result;
  }
}
