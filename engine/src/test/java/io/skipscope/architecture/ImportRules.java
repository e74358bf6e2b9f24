package io.skipscope.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.function.BiPredicate;

/** Which package may import which, below a root package. */
final class ImportRules {
  private final String root;
  private final Ranks ranks;

  ImportRules(String root) {
    this.root = root;
    this.ranks = new Ranks(root);
  }

  ArchRule everyPackageHasARank() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("belong to a part that has a rank") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!ranks.isRanked(ranks.part(type.getPackageName()))) {
                  events.add(violated(type, type.getName() + " lies in a package without a rank"));
                }
              }
            });
  }

  ArchRule importsGoDownTheRanks() {
    return importsKeep(
        "import only parts of lower ranks",
        (origin, target) -> ranks.allows(ranks.part(origin), ranks.part(target)));
  }

  /** Operator families and file formats: each may use its part's common classes, no sister. */
  ArchRule familiesDoNotImportEachOther() {
    return importsKeep(
        "not import a sister family",
        (origin, target) ->
            !ranks.part(origin).equals(ranks.part(target))
                || ranks.family(origin).equals(ranks.family(target))
                || ranks.family(origin).isEmpty()
                || ranks.family(target).isEmpty());
  }

  ArchRule packagesHaveNoCycles() {
    return SlicesRuleDefinition.slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  /** Classes of a library are used in one package and what lies below it. */
  ArchRule onlyIn(String packageName, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + "." + packageName + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .allowEmptyShould(true);
  }

  private ArchRule importsKeep(String description, BiPredicate<String, String> allowed) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>(description) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> isRanked(d.getOriginClass()) && isRanked(d.getTargetClass()))
                    .filter(d -> !allowed.test(packageOf(d.getOriginClass()), target(d)))
                    .forEach(d -> events.add(violated(d, d.getDescription())));
              }
            });
  }

  private boolean isRanked(JavaClass type) {
    String name = packageOf(type);
    return ranks.contains(name) && ranks.isRanked(ranks.part(name));
  }

  private static String target(Dependency dependency) {
    return packageOf(dependency.getTargetClass());
  }

  private static String packageOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName();
  }
}
