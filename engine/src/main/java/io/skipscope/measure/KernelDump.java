package io.skipscope.measure;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.job.AtomicFile;
import io.skipscope.kernels.KernelSources;
import io.skipscope.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes programs as a driver gets them, for compilers that need no device.
 *
 * <p>The build options stand in the first line: {@code // options: -cl-std=CL1.2 -DNAME=VALUE}.
 */
public final class KernelDump {
  private static final String OPTIONS = "// options: ";

  /** One program: a source with its options. */
  public record Program(String file, String source, String options) {}

  private KernelDump() {}

  /**
   * Writes every distinct program of some plans; programs of an earlier dump are removed.
   *
   * @param folder made if it is not there
   * @return in the order of their file names
   * @throws InputException if the folder cannot be written to
   */
  public static List<Program> write(Collection<Plan> plans, Path folder) {
    return write(
        plans.stream().flatMap(PlannedKernels::launches).map(KernelLaunch::kernel), folder);
  }

  /** Likewise for every distinct program of some kernels. */
  static List<Program> write(Stream<KernelSpec> kernels, Path folder) {
    removeEarlier(folder);
    List<Program> programs = programs(kernels);
    for (Program program : programs) {
      String text =
          OPTIONS + program.options() + "\n" + KernelSources.read(program.source()).text();
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(folder.resolve(program.file()), out -> out.write(content));
    }
    return programs;
  }

  /** Numbers the programs of one source, in the order of their options. */
  private static List<Program> programs(Stream<KernelSpec> kernels) {
    List<KernelSpec> distinct =
        kernels
            .map(kernel -> new KernelSpec(kernel.source(), "", kernel.defines()))
            .distinct()
            .sorted(
                Comparator.comparing(KernelSpec::source).thenComparing(KernelSpec::buildOptions))
            .toList();
    Map<String, Integer> counts = new HashMap<>();
    List<Program> programs = new ArrayList<>();
    for (KernelSpec kernel : distinct) {
      int number = counts.merge(kernel.source(), 1, Integer::sum);
      programs.add(
          new Program(fileName(kernel.source(), number), kernel.source(), kernel.buildOptions()));
    }
    return programs;
  }

  /** Such as {@code conv2d.gpu.3.cl} for the third program of {@code conv/conv2d.gpu.cl}. */
  private static String fileName(String source, int number) {
    String name = source.substring(source.lastIndexOf('/') + 1, source.length() - ".cl".length());
    return name + "." + number + ".cl";
  }

  private static void removeEarlier(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.cl")) {
      for (Path file : files) {
        if (Files.readString(file).startsWith(OPTIONS)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), IoReason.of(e), "a folder that can be written to", e);
    }
  }
}
