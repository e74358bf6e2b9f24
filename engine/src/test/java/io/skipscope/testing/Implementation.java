package io.skipscope.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** OpenCL implementations that compute on the processor, each from a package of Debian. */
public enum Implementation {
  POCL("Portable Computing Language", "pocl-opencl-icd", "pocl.icd", Map.of()),

  /** Mesa's; its software device is there only where it is asked for. */
  RUSTICL("rusticl", "mesa-opencl-icd", "rusticl.icd", Map.of("RUSTICL_ENABLE", "llvmpipe")),

  /** A simulator, which its package does not register. */
  OCLGRIND("Oclgrind", "oclgrind", "/usr/lib/oclgrind/liboclgrind-rt-icd.so", Map.of());

  /** Where drivers are registered, as the loaders know it. */
  private static final Path VENDORS =
      Path.of(System.getenv().getOrDefault("OPENCL_VENDOR_PATH", "/etc/OpenCL/vendors"));

  private static final String REGISTERED = ".icd";

  private final String platform;
  private final String debianPackage;
  private final Path file;
  private final Map<String, String> settings;

  Implementation(String platform, String debianPackage, String file, Map<String, String> settings) {
    this.platform = platform;
    this.debianPackage = debianPackage;
    this.file = Path.of(file);
    this.settings = settings;
  }

  /** Its name as OpenCL tells it. */
  public String platform() {
    return platform;
  }

  /** Environment variables of processes that use it. */
  Map<String, String> settings() {
    return settings;
  }

  /** Skips the test unless it is installed. */
  void require() {
    String reason = platform + " is not installed (Debian's package " + debianPackage + ")";
    Skips.unless(Files.exists(VENDORS.resolve(file)), reason);
  }

  /**
   * Makes it one of the implementations that a loader finds.
   *
   * @param folder where that loader looks
   */
  void registerIn(Path folder) throws IOException {
    Path installed = VENDORS.resolve(file);
    String driver =
        file.toString().endsWith(REGISTERED) ? Files.readString(installed) : installed + "\n";
    Files.writeString(folder.resolve(name() + REGISTERED), driver);
  }
}
