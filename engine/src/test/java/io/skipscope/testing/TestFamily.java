package io.skipscope.testing;

import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import java.util.List;
import java.util.Locale;

/**
 * The kernel family that tests ask for: the system property {@code skipscope.family} (ref, cpu or
 * gpu), else each test's own choice. Nodes that the family lacks fall back, as in the program.
 */
public final class TestFamily {
  private static final String FORCED = System.getProperty("skipscope.family", "");

  private TestFamily() {}

  /** The default options, with the forced family if there is one. */
  public static PlanOptions options() {
    return FORCED.isBlank() ? PlanOptions.DEFAULT : new PlanOptions(Passes.Options.ALL, forced());
  }

  /** The forced family alone, else those of the test. */
  public static List<KernelFamily> orForced(KernelFamily... families) {
    return FORCED.isBlank() ? List.of(families) : List.of(forced());
  }

  private static KernelFamily forced() {
    return KernelFamily.valueOf(FORCED.toUpperCase(Locale.ROOT));
  }
}
