package io.skipscope.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every OpenCL source has to keep to, so that it runs on any device and can be read. */
class KernelSourcesTest {
  /** Of atomic functions, counting is core in OpenCL 1.2 and gives the same every time. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(image[123]d_\\w+|atom_\\w+|read_image\\w+|write_image\\w+|sampler_t|printf"
              + "|atomic_(?!(?:inc|add)\\b)\\w+"
              + "|work_group_(?!barrier)\\w+|sub_group_\\w+|get_sub_group_\\w+"
              + "|intel_sub_group_\\w+|(?:__)?generic|double\\d*|pipe)\\b");

  static List<String> kernels() {
    return KernelSources.all();
  }

  static List<String> everything() {
    return Stream.concat(KernelSources.all().stream(), KernelSources.allIncludes().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void headerHasEveryField(String path) {
    KernelHeader header = KernelSources.read(path).header();
    for (KernelHeader.Field field : KernelHeader.Field.values()) {
      assertFalse(header.text(field).isBlank(), path + " lacks the field " + field.label());
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void headerNamesTheKernelsOfTheFile(String path) {
    KernelSource source = KernelSources.read(path);
    List<String> functions = KernelFunctions.names(KernelFunctions.withoutComments(source.text()));
    assertFalse(functions.isEmpty(), path + " has no kernel");
    for (String name : source.header().name().split("[,\\s]+")) {
      assertTrue(functions.contains(name), path + " names " + name + ", has " + functions);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void everyKernelTakesItsRowRangeLast(String path) {
    String code = KernelFunctions.withoutComments(KernelSources.rawText(path));
    for (String name : KernelFunctions.names(code)) {
      String parameters = KernelFunctions.parameters(code, name).replaceAll("\\s+", " ");
      assertTrue(
          parameters.matches(".*const int rowBegin, const int rowEnd ?"),
          path + ": the parameters of " + name + " are " + parameters);
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void usesThePortableMinimumOnly(String path) {
    Matcher found = FORBIDDEN.matcher(KernelFunctions.withoutComments(KernelSources.rawText(path)));
    assertFalse(found.find(), () -> path + " uses " + found.group());
  }

  @ParameterizedTest
  @MethodSource("everything")
  void isShortEnoughToRead(String path) {
    long lines = KernelSources.rawText(path).lines().count();
    assertTrue(lines <= 300, path + " has " + lines + " lines");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void includesResolve(String path) {
    assertFalse(KernelSources.read(path).text().contains("#include"), path);
  }

  @ParameterizedTest
  @EnumSource(KernelHeader.Field.class)
  void measureKernelHeaderIsRead(KernelHeader.Field field) {
    assertFalse(KernelSources.read("measure/copy.ref.cl").header().text(field).isBlank());
  }

  @Test
  void missingSourceIsNamed() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> KernelSources.read("conv/no.ref.cl"));
    assertEquals("no OpenCL source conv/no.ref.cl", e.getMessage());
  }

  @Test
  void lintSeesWhatItForbids() {
    for (String bad :
        List.of(
            "image2d_t x",
            "printf(1)",
            "atomic_xchg(p, 1.0f)",
            "work_group_reduce_add(x)",
            "sub_group_id()",
            "double")) {
      assertTrue(FORBIDDEN.matcher(bad).find(), bad);
    }
  }
}
