package io.skipscope.viewer.job;

import io.skipscope.device.DeviceInfo;
import io.skipscope.error.DeviceException;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.viewer.state.DeviceChoice;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.text.EngineText;
import io.skipscope.viewer.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What the device chooser offers, and where to start.
 *
 * @param preferredId what {@code auto} means here
 * @param notice what the user should know about it; null if nothing
 */
public record DeviceList(List<DeviceChoice> choices, String preferredId, Message notice) {
  public DeviceList {
    choices = List.copyOf(choices);
  }

  /** Asks every platform; can take a while where several devices have to be measured. */
  static DeviceList discover() {
    DeviceCatalog catalog = DeviceCatalog.discover();
    List<DeviceChoice> choices = new ArrayList<>(choices(catalog.devices()));
    catalog.problems().stream()
        .map(EngineText::of)
        .forEach(problem -> choices.add(new DeviceChoice("", problem, problem)));
    try {
      String preferred = catalog.find(DeviceCatalog.AUTO).id();
      return new DeviceList(choices, preferred, noticeOf(catalog));
    } catch (DeviceException e) {
      return new DeviceList(choices, choices.get(0).id(), Message.notice(EngineText.of(e)));
    }
  }

  /** Whole devices and parts of devices, all of which can be opened at once. Any thread. */
  public static List<DeviceChoice> withParts() {
    DeviceCatalog catalog = DeviceCatalog.discover();
    List<DeviceInfo> all = new ArrayList<>(catalog.devices());
    all.addAll(catalog.subDevices());
    return choices(all);
  }

  private static List<DeviceChoice> choices(List<DeviceInfo> devices) {
    return devices.stream()
        .map(
            device ->
                new DeviceChoice(
                    device.id(), Text.of("device.choice", device.id(), device.name()), ""))
        .toList();
  }

  private static Message noticeOf(DeviceCatalog catalog) {
    boolean openCl = catalog.devices().stream().anyMatch(d -> !d.id().equals(DeviceCatalog.JAVA));
    return openCl ? null : Message.notice(Text.of("device.noOpenCl"));
  }
}
