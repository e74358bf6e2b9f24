package io.skipscope.device.opencl;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.SecondCompiler;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Another Java of the same installation that compiles into the driver's cache.
 *
 * <p>Nothing depends on it and nobody sees it: whatever goes wrong there is done again here.
 */
final class CompilerProcess implements SecondCompiler {
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

  private final Process process;
  private final DataOutputStream launches;
  private final DataInputStream answers;

  private CompilerProcess(Process process) {
    this.process = process;
    launches = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    answers = new DataInputStream(process.getInputStream());
  }

  /**
   * Starts one; empty if the system does not let us.
   *
   * @param deviceId as {@link OpenClPlatforms#open} takes it
   */
  static Optional<SecondCompiler> start(String deviceId) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command(deviceId));
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      return Optional.of(new CompilerProcess(builder.start()));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Short work that the driver does most of: small memory, Java's quick compiler. */
  private static List<String> command(String deviceId) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-Xlog:disable"));
    command.addAll(classArchive());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CompilerMain.class.getName(), deviceId));
    return command;
  }

  /** The option that names the archive of classes which this Java started from, if it did. */
  private static List<String> classArchive() {
    String[] options = ProcessHandle.current().info().arguments().orElse(new String[0]);
    return Arrays.stream(options).filter(option -> option.startsWith(ARCHIVE)).toList();
  }

  @Override
  public boolean compile(KernelLaunch launch) {
    try {
      LaunchStream.write(launches, launch);
      return answers.readBoolean();
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * Ends its input, and so the process. It is not killed: drivers may leave half a file in their
   * cache then.
   */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      process.destroy();
    }
  }
}
