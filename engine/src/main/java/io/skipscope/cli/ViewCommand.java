package io.skipscope.cli;

import io.skipscope.error.InputException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code view}: opens the window. */
@Command(name = "view", description = "Opens the window on a model and a picture.")
final class ViewCommand implements Runnable {
  @Mixin private Output output;
  @Mixin private DeviceOption device;

  @Option(names = "--model", paramLabel = "MODEL", description = "A path or a zoo name.")
  private String model;

  @Option(names = "--image", paramLabel = "FILE", description = "The picture to start with.")
  private Path image;

  @Override
  public void run() {
    device.makeDefault();
    open(model, image);
  }

  /** Opens the window on what is bundled where an argument is null. */
  static void open(String model, Path image) {
    ServiceLoader.load(WindowLauncher.class)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "view", "no viewer on the class path", "a start through ./skipscope"))
        .open(model, image);
  }
}
