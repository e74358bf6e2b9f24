package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.opencl.FakeCl.Platform;
import io.skipscope.error.DeviceException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OpenClPlatformsTest {
  @Test
  void platformThatFailsIsSkippedAndNamed() {
    OpenClPlatforms platforms =
        OpenClPlatforms.discover(
            FakeCl.of(
                new Platform("good", 1),
                new Platform("bad", 0, new ClException("clGetDeviceIDs", -31))));
    assertEquals(1, platforms.devices().size());
    assertEquals("0.0", platforms.devices().get(0).id());
    assertEquals(1, platforms.problems().size());
    assertTrue(platforms.problems().get(0).startsWith("bad: left out"), platforms.toString());
    assertTrue(platforms.problems().get(0).contains("CL_INVALID_DEVICE_TYPE (-31)"));
  }

  @Test
  void idsKeepTheNumberOfTheirPlatform() {
    OpenClPlatforms platforms =
        OpenClPlatforms.discover(FakeCl.of(new Platform("none", 0), new Platform("two", 2)));
    assertEquals("1.0", platforms.devices().get(0).id());
    assertEquals("1.1", platforms.devices().get(1).id());
    assertEquals("none: left out, it has no devices", platforms.problems().get(0));
  }

  @Test
  void platformThatReportsNoDeviceAsAnErrorHasNone() {
    ClException none = new ClException("clGetDeviceIDs", ClStatus.DEVICE_NOT_FOUND);
    OpenClPlatforms platforms =
        OpenClPlatforms.discover(FakeCl.of(new Platform("idle", 0, none), new Platform("good", 1)));
    assertEquals("1.0", platforms.devices().get(0).id());
    assertEquals(1, platforms.problems().size());
    assertEquals("idle: left out, it has no devices", platforms.problems().get(0));
  }

  @Test
  void missingLibraryIsOneLineThatSaysWhatToInstall() {
    OpenClPlatforms platforms =
        OpenClPlatforms.discover(FakeCl.failing(new UnsatisfiedLinkError("no JOCL\nstack")));
    assertEquals(1, platforms.problems().size());
    String problem = platforms.problems().get(0);
    assertTrue(problem.contains("no JOCL"), problem);
    assertTrue(problem.contains("install"), problem);
    assertEquals(1, problem.lines().count());
  }

  @Test
  void noPlatformIsAProblemNotAnException() {
    OpenClPlatforms platforms =
        OpenClPlatforms.discover(
            FakeCl.failing(new ClException("clGetPlatformIDs", ClStatus.PLATFORM_NOT_FOUND)));
    assertTrue(platforms.devices().isEmpty());
    assertTrue(platforms.problems().get(0).contains("CL_PLATFORM_NOT_FOUND_KHR (-1001)"));
  }

  @Test
  void unknownDeviceListsTheKnownOnes() {
    OpenClPlatforms platforms = OpenClPlatforms.discover(FakeCl.of(new Platform("good", 2)));
    DeviceException e = assertThrows(DeviceException.class, () -> platforms.open("7.3"));
    assertTrue(e.getMessage().contains("7.3"), e.getMessage());
    assertTrue(e.getMessage().contains("0.0, 0.1"), e.getMessage());
  }

  @Test
  void adviceNamesTheSystemsOwnWay() {
    assertTrue(InstallAdvice.forSystem("Linux").contains("apt install pocl-opencl-icd"));
    assertTrue(InstallAdvice.forSystem("Windows 11").contains("driver"));
    assertTrue(InstallAdvice.forSystem("Mac OS X").contains("macOS"));
  }

  @Test
  @Tag("opencl")
  void subDeviceOpensAndClosesWithoutALeak() {
    JoclCl cl = new JoclCl();
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl);
    String id = OpenClForTests.firstSubDevice(platforms);
    try (Device part = platforms.open(id)) {
      assertEquals(1, part.info().computeUnits());
      part.openQueue().finish();
    }
    assertEquals(Map.of(), cl.liveObjects());
  }
}
