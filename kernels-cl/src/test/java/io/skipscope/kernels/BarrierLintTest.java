package io.skipscope.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every work-item of a work-group has to reach each barrier. */
class BarrierLintTest {
  static List<String> kernels() {
    return KernelSources.all();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void everyWorkItemReachesEveryBarrier(String path) {
    String code = KernelFunctions.withoutComments(KernelSources.rawText(path));
    for (String kernel : KernelFunctions.names(code)) {
      assertEquals(List.of(), BarrierLint.problems(KernelFunctions.body(code, kernel)), path);
    }
  }

  /** The lint knows the functions of that header; another with a barrier would escape it. */
  @Test
  void onlyTheTreeHidesBarriersInFunctions() {
    Set<String> found = new TreeSet<>();
    Stream.of(KernelSources.allIncludes())
        .flatMap(List::stream)
        .filter(
            path ->
                KernelFunctions.withoutComments(KernelSources.rawText(path)).contains("barrier("))
        .forEach(found::add);
    assertEquals(Set.of("common/tree.clh"), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const int i = get_global_id(0); if (i >= n) { return; } barrier(CLK_LOCAL_MEM_FENCE);",
        "if (get_local_id(0) < 8) { barrier(CLK_LOCAL_MEM_FENCE); }",
        "if (n > 8) barrier(CLK_LOCAL_MEM_FENCE);",
        "const int i = get_local_id(0); for (int k = i; k < n; k++) { barrier(0); }",
        "int end = 2 * get_local_id(0); while (n < end) { n++; barrier(0); }",
        "float x = n > 2 ? treeSum(own, numbers, lane) : 0.0f;",
      })
  void divergentBarriersAreSeen(String body) {
    assertEquals(1, BarrierLint.problems(body).size(), BarrierLint.problems(body).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (int k = 0; k < n; k++) { barrier(CLK_LOCAL_MEM_FENCE); }",
        "const int i = get_local_id(0); for (int k = i; k < n; k++) { x[k] = 0; } barrier(1);",
        "barrier(1); if (get_local_id(0) == 0) { return; } x[0] = 1;",
      })
  void uniformBarriersAreNot(String body) {
    assertEquals(List.of(), BarrierLint.problems(body));
  }
}
