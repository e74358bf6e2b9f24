package io.skipscope.viewer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.skipscope.viewer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ViewerArchitectureTest {
  @ArchTest
  static final ArchRule stateAndRenderersAreFreeOfSwing =
      noClasses()
          .that()
          .resideInAnyPackage("..viewer.state..", "..viewer.render..", "..viewer.layout..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.swing..");

  @ArchTest
  static final ArchRule flatLafIsUsedByTheThemeOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..viewer.theme..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.formdev..");

  @ArchTest
  static final ArchRule devicesAreReachedThroughTheEngineOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jocl..", "..device.opencl..", "..device.cpu..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.skipscope.viewer.(*)..").should().beFreeOfCycles();
}
