package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.UnknownDeviceException;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.device.opencl.OpenClPlatforms;
import io.skipscope.error.DeviceException;
import io.skipscope.job.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The devices of this machine by their ids, and the choice of one. Safe on any thread. */
public final class DeviceCatalog {
  /** Stands for the fastest measured device. */
  public static final String AUTO = "auto";

  /** The id of the plain Java device. */
  public static final String JAVA = "java";

  private final OpenClPlatforms openCl;
  private final DeviceInfo java = JavaDevice.describe(Runtime.getRuntime().availableProcessors());
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final SpeedStore speeds;

  private DeviceCatalog(OpenClPlatforms openCl) {
    this.openCl = openCl;
    problems.addAll(openCl.problems());
    speeds = new SpeedStore(Home.folder().resolve("device-speeds.json"), problems::add);
  }

  /** Asks every OpenCL platform for its devices; the plain Java device is always there. */
  public static DeviceCatalog discover() {
    return new DeviceCatalog(OpenClPlatforms.discover());
  }

  /** Whole devices: those of OpenCL in the order of their platforms, then the plain Java one. */
  public List<DeviceInfo> devices() {
    return Stream.concat(openCl.devices().stream(), Stream.of(java)).toList();
  }

  /** Parts of devices that can be opened too, one compute unit each. */
  public List<DeviceInfo> subDevices() {
    return openCl.subDevices();
  }

  /**
   * Parts of one device that can be opened as one, by its id.
   *
   * @param parts ids, each once
   * @return empty if they are no parts of one device, or its driver does not let them share memory
   */
  public Optional<DeviceInfo> team(List<String> parts) {
    return openCl.team(parts);
  }

  /** One line for each platform, device or file that was left out. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * What an id stands for.
   *
   * @param idOrAuto an id, or {@code auto}: what SKIPSCOPE_DEVICE names (the system property {@code
   *     skipscope.device}, else the environment), else the OpenCL device with the highest measured
   *     peak, else the plain Java device
   * @throws UnknownDeviceException if there is no device of that id
   */
  public DeviceInfo find(String idOrAuto) {
    String id = idOrAuto.equals(AUTO) ? preferredId() : idOrAuto;
    return Stream.concat(devices().stream(), subDevices().stream())
        .filter(info -> info.id().equals(id))
        .findFirst()
        .or(() -> openCl.team(List.of(id.split("\\+", -1))))
        .orElseThrow(() -> unknown(id));
  }

  /**
   * Opens a device; whoever opens it closes it.
   *
   * @param idOrAuto as in {@link #find}
   * @throws UnknownDeviceException if there is no device of that id
   * @throws DeviceException if it cannot be opened
   */
  public Device open(String idOrAuto) {
    String id = find(idOrAuto).id();
    return id.equals(JAVA) ? new JavaDevice() : openCl.open(id);
  }

  private String preferredId() {
    String wanted = System.getProperty("skipscope.device", System.getenv("SKIPSCOPE_DEVICE"));
    return wanted == null || wanted.isBlank() || wanted.equals(AUTO)
        ? fastestId(openCl.devices(), this::gflops)
        : wanted;
  }

  /**
   * A single candidate is taken unmeasured; without one that can be measured, the Java device.
   *
   * @param gflops measures; 0 for a device that fails
   */
  static String fastestId(List<DeviceInfo> candidates, ToDoubleFunction<DeviceInfo> gflops) {
    if (candidates.size() == 1) {
      return candidates.get(0).id();
    }
    String best = JAVA;
    double bestGflops = 0;
    for (DeviceInfo candidate : candidates) {
      double measured = gflops.applyAsDouble(candidate);
      if (measured > bestGflops) {
        best = candidate.id();
        bestGflops = measured;
      }
    }
    return best;
  }

  private synchronized double gflops(DeviceInfo info) {
    Optional<DeviceSpeed> known = speeds.get(info);
    if (known.isPresent()) {
      return known.get().peakGflops();
    }
    try (Device device = openCl.open(info.id())) {
      DeviceSpeed measured = DeviceSpeed.measure(device);
      speeds.put(info, measured);
      return measured.peakGflops();
    } catch (DeviceException e) {
      problems.add("left out of the choice: " + e.getMessage());
      return 0;
    }
  }

  private UnknownDeviceException unknown(String id) {
    List<String> known = new ArrayList<>();
    devices().forEach(info -> known.add(info.id()));
    subDevices().forEach(info -> known.add(info.id()));
    known.add(AUTO);
    return new UnknownDeviceException(id, String.join(", ", known));
  }
}
