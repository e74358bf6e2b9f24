package io.skipscope.viewer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.state.DeviceChoice;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceListTest {
  @AfterEach
  void forgetTheWish() {
    System.clearProperty("skipscope.device");
    Text.use(Locale.ENGLISH);
  }

  private static List<String> usable(DeviceList devices) {
    return devices.choices().stream().filter(DeviceChoice::isUsable).map(DeviceChoice::id).toList();
  }

  @Test
  void theWishedDeviceIsPreferred() {
    System.setProperty("skipscope.device", "java");
    assertEquals("java", DeviceList.discover().preferredId());
  }

  @Test
  void anUnknownWishIsToldAndAnotherDeviceTaken() {
    System.setProperty("skipscope.device", "99.7");
    DeviceList devices = DeviceList.discover();
    assertTrue(usable(devices).contains(devices.preferredId()));
    assertEquals(Message.Kind.NOTICE, devices.notice().kind());
    assertTrue(devices.notice().text().contains("99.7"), devices.notice().text());
  }

  @Test
  void whatIsWrongIsSaidInTheWindowsLanguage() {
    System.setProperty("skipscope.device", "99.7");
    Text.use(Locale.SIMPLIFIED_CHINESE);
    String notice = DeviceList.discover().notice().text();
    assertTrue(notice.startsWith("设备 99.7：发现 没有此设备"), notice);
  }

  @Test
  void thePlainJavaDeviceIsAlwaysOffered() {
    assertTrue(usable(DeviceList.discover()).contains("java"));
  }
}
