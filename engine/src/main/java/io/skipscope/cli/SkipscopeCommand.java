package io.skipscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The command without a name: opens the window. */
@Command(
    name = "skipscope",
    description = "Runs residual networks on OpenCL devices and shows what their shortcuts do.",
    footer = "%nWithout a command, the window opens on a bundled network and picture.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = SkipscopeCommand.Version.class,
    subcommands = {
      ViewCommand.class,
      DevicesCommand.class,
      InfoCommand.class,
      RunCommand.class,
      EvalCommand.class,
      VerifyCommand.class,
      BenchCommand.class,
      TuneCommand.class,
      ScheduleCommand.class,
      KernelsCommand.class,
      ExportCommand.class
    })
final class SkipscopeCommand implements Runnable {
  @Mixin private Output output;
  @Mixin private DeviceOption device;

  @Override
  public void run() {
    device.makeDefault();
    ViewCommand.open(null, null);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"skipscope " + (version == null ? "(not packaged)" : version)};
    }
  }
}
