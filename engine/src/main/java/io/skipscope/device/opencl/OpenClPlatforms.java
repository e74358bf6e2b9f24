package io.skipscope.device.opencl;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.DeviceException;
import io.skipscope.job.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The OpenCL devices of this machine, on all platforms.
 *
 * <p>What fails to answer is left out and named in {@link #problems()}. Immutable after discovery,
 * and so safe on any thread.
 */
public final class OpenClPlatforms {
  /** A device and what it may be cut into. */
  private record Found(ClObject raw, DeviceInfo info, int parts) {}

  /** Between the ids of parts that are opened together. */
  private static final String TEAM = "+";

  private final Cl cl;
  private final Path programs;
  private final Map<String, Found> found = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private OpenClPlatforms(Cl cl, Path programs) {
    this.cl = cl;
    this.programs = programs;
  }

  /**
   * Asks every platform; never throws for one that fails, nor where there is no OpenCL. One thread
   * at a time: some drivers crash when several ask for the first time at once.
   */
  public static synchronized OpenClPlatforms discover() {
    return LoaderLibrary.isMissing()
        ? withoutLibrary(new OpenClPlatforms(null, usualFolder()), "it is not installed")
        : discover(new JoclCl());
  }

  private static Path usualFolder() {
    return Home.folder().resolve("programs");
  }

  static OpenClPlatforms discover(Cl cl) {
    return discover(cl, usualFolder());
  }

  /**
   * @param programs the folder for compiled programs; need not exist
   */
  static OpenClPlatforms discover(Cl cl, Path programs) {
    OpenClPlatforms platforms = new OpenClPlatforms(cl, programs);
    try {
      platforms.addAll(cl.platforms());
    } catch (ClException e) {
      platforms.problems.add("OpenCL: " + e.getMessage() + "; " + InstallAdvice.forThisSystem());
    } catch (LinkageError e) {
      withoutLibrary(platforms, firstLine(e));
    }
    return platforms;
  }

  private static OpenClPlatforms withoutLibrary(OpenClPlatforms platforms, String reason) {
    platforms.problems.add(
        "OpenCL: no loader library (" + reason + "); " + InstallAdvice.forThisSystem());
    return platforms;
  }

  /** Whole devices, in the order of their platforms. */
  public List<DeviceInfo> devices() {
    return found.values().stream().map(Found::info).toList();
  }

  /** Parts of one compute unit each, of those devices that can be cut. */
  public List<DeviceInfo> subDevices() {
    List<DeviceInfo> parts = new ArrayList<>();
    for (Found device : found.values()) {
      for (int part = 0; part < device.parts; part++) {
        parts.add(partInfo(device.info, partId(device.info, part), 1));
      }
    }
    return parts;
  }

  /** One line for each platform or device that was left out. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Opens a device or sub-device; whoever opens it closes it.
   *
   * @param id such as {@code 0.0} or {@code 0.0/1}, or as in {@link #team}
   * @throws DeviceException if there is none of that id, or it cannot be opened
   */
  public Device open(String id) {
    Found device = found.get(wholeId(id));
    if (device != null && device.info.id().equals(id)) {
      return new OpenClDevice(
          cl, List.of(device.raw), device.info, false, new ProgramStore(programs));
    }
    List<Integer> parts = device == null ? List.of() : partsOf(device, id);
    if (!parts.isEmpty()) {
      return openParts(device, parts, partInfo(device.info, id, parts.size()));
    }
    List<String> known = new ArrayList<>();
    devices().forEach(info -> known.add(info.id()));
    subDevices().forEach(info -> known.add(info.id()));
    throw new DeviceException("device " + id, "no such OpenCL device", "one of " + known);
  }

  private Device openParts(Found whole, List<Integer> wanted, DeviceInfo info) {
    ClGuard guard = new ClGuard(info.label());
    List<ClObject> all = guard.get("cutting the device", () -> cl.createSubDevices(whole.raw, 1));
    List<ClObject> members = wanted.stream().map(all::get).toList();
    try {
      release(all.stream().filter(part -> !members.contains(part)).toList(), guard);
      return new OpenClDevice(cl, members, info, true, new ProgramStore(programs));
    } catch (DeviceException e) {
      Closing.after(e, () -> release(members, guard));
      throw e;
    }
  }

  private void release(List<ClObject> parts, ClGuard guard) {
    Closing.all(
        parts.stream()
            .map(part -> guard.step("releasing a part", () -> cl.releaseSubDevice(part)))
            .toList());
  }

  private static String wholeId(String id) {
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  /** The numbers of the parts that an id names, such as 0 and 1; none unless it names parts. */
  private static List<Integer> partsOf(Found whole, String id) {
    List<String> names = List.of(id.split(Pattern.quote(TEAM), -1));
    List<Integer> parts =
        IntStream.range(0, whole.parts)
            .filter(part -> names.contains(partId(whole.info, part)))
            .boxed()
            .toList();
    boolean mayShare = names.size() == 1 || DriverTraits.of(whole.info).partsShareBuffers();
    return parts.size() == names.size() && mayShare ? parts : List.of();
  }

  /**
   * Parts of one device that can be opened together, as one device that shares the rows of each
   * launch out to them. Nothing is copied between them.
   *
   * @param parts of one device, each once, or the answer is empty; likewise where the driver is not
   *     known to let parts write one buffer at the same time
   * @return its description, with an id such as {@code 0.0/0+0.0/1}
   */
  public Optional<DeviceInfo> team(Collection<String> parts) {
    String id = String.join(TEAM, parts);
    Found whole = found.get(wholeId(id));
    return parts.size() < 2 || whole == null || partsOf(whole, id).isEmpty()
        ? Optional.empty()
        : Optional.of(partInfo(whole.info, id, parts.size()));
  }

  private void addAll(List<ClObject> platforms) {
    for (int index = 0; index < platforms.size(); index++) {
      String name = "platform " + index;
      try {
        name = cl.platformText(platforms.get(index), ClInfo.PLATFORM_NAME);
        addPlatform(index, name, devicesOf(platforms.get(index)));
      } catch (ClException e) {
        problems.add(name + ": left out, " + e.getMessage());
      }
    }
    if (platforms.isEmpty()) {
      problems.add("OpenCL: no platform; " + InstallAdvice.forThisSystem());
    }
  }

  /** Most platforms report having no device as an error. */
  private List<ClObject> devicesOf(ClObject platform) {
    try {
      return cl.devices(platform);
    } catch (ClException e) {
      if (e.code() == ClStatus.DEVICE_NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  private void addPlatform(int platformIndex, String platform, List<ClObject> devices) {
    if (devices.isEmpty()) {
      problems.add(platform + ": left out, it has no devices");
    }
    for (int index = 0; index < devices.size(); index++) {
      String id = platformIndex + "." + index;
      try {
        addDevice(id, platform, devices.get(index));
      } catch (ClException e) {
        problems.add(platform + ", device " + id + ": left out, " + e.getMessage());
      }
    }
  }

  private void addDevice(String id, String platform, ClObject raw) {
    DeviceInfoReader reader = new DeviceInfoReader(cl, raw);
    if (reader.isUsable()) {
      found.put(id, new Found(raw, reader.read(id, platform), reader.singleUnitParts()));
    } else {
      problems.add(platform + ", device " + id + ": left out, it is not available for kernels");
    }
  }

  private static String partId(DeviceInfo whole, int part) {
    return whole.id() + "/" + part;
  }

  private static DeviceInfo partInfo(DeviceInfo whole, String id, int units) {
    return new DeviceInfo(
        id,
        whole.platform(),
        whole.name() + (units == 1 ? ", one compute unit" : ", " + units + " compute units"),
        whole.vendor(),
        whole.driver(),
        whole.version(),
        whole.type(),
        units,
        whole.globalMemoryBytes(),
        whole.maxAllocBytes(),
        whole.localMemoryBytes(),
        whole.maxWorkGroupSize(),
        whole.baseAddressAlignBytes(),
        whole.nativeVectorWidth());
  }

  private static String firstLine(Throwable error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
