package io.skipscope.cli;

import java.util.List;
import picocli.CommandLine;
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
    versionProvider = SkipscopeCommand.Version.class)
final class SkipscopeCommand implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ViewCommand.class,
          DevicesCommand.class,
          InfoCommand.class,
          RunCommand.class,
          EvalCommand.class,
          UnitsCommand.class,
          VerifyCommand.class,
          BenchCommand.class,
          TuneCommand.class,
          ScheduleCommand.class,
          KernelsCommand.class,
          ExportCommand.class);

  @Mixin private Output output;
  @Mixin private DeviceOption device;

  /**
   * The command line as far as some arguments need it: it takes long to get to know all commands.
   *
   * @return without commands for no arguments, with the one that is named first, else with all
   */
  static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new SkipscopeCommand());
    if (args.length > 0) {
      List<Class<?>> named = COMMANDS.stream().filter(c -> name(c).equals(args[0])).toList();
      (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
    }
    return line;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

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
