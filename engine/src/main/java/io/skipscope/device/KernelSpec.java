package io.skipscope.device;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which kernel to build, and how: devices build each distinct one once.
 *
 * @param source path below the OpenCL sources, such as {@code conv/conv2d.ref.cl}
 * @param function the kernel's name in that file
 * @param defines macros for the compiler, by name; an empty text defines the name alone
 */
public record KernelSpec(String source, String function, Map<String, String> defines) {
  public KernelSpec {
    defines = Collections.unmodifiableMap(new TreeMap<>(defines));
  }

  /** The same kernel with one more macro. */
  public KernelSpec withDefine(String name, String text) {
    Map<String, String> more = new TreeMap<>(defines);
    more.put(name, text);
    return new KernelSpec(source, function, more);
  }

  /** What is compiled at once: kernels of one file with the same options share it. */
  public record Program(String source, String options) {}

  public Program program() {
    return new Program(source, buildOptions());
  }

  /** Such as {@code -cl-std=CL1.2 -DHAS_BIAS -DTILE=8}: options in a fixed order. */
  public String buildOptions() {
    StringBuilder options = new StringBuilder("-cl-std=CL1.2");
    defines.forEach(
        (name, text) ->
            options.append(" -D").append(name).append(text.isEmpty() ? "" : "=" + text));
    return options.toString();
  }

  @Override
  public String toString() {
    return source + ":" + function + (defines.isEmpty() ? "" : " " + defines);
  }
}
