package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import io.skipscope.device.opencl.DriverTraits.Kept;
import io.skipscope.testing.TestDevices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverTraitsTest {
  private static final long LOCAL_BYTES = 1 << 18;

  @Test
  void poclsProcessorSharesBuffersAndGivesItsBitcode() {
    DeviceInfo processor = TestDevices.processor(LOCAL_BYTES);
    DriverTraits traits = DriverTraits.of(processor);
    assertEquals(Kept.BITCODE, traits.kept());
    assertTrue(traits.partsShareBuffers());
    assertTrue(processor.ordersWritesBeforeAtomics());
  }

  /** Its PoCL cannot compile without linking, and knows nothing of the memory there. */
  @ParameterizedTest
  @CsvSource({
    "CPU, OpenCL 1.2 PoCL HSTR: pocl-remote: pthread-skylake",
    "CPU, OpenCL 1.2 CUDA HSTR: PoCL-Remote 192.0.2.1:1000/0",
    "GPU, OpenCL 3.0 PoCL HSTR: CUDA-sm_80",
  })
  void otherDevicesOfPoclAreNotTakenForItsProcessor(DeviceType type, String version) {
    DeviceInfo other = TestDevices.ofPocl(type, version, LOCAL_BYTES);
    DriverTraits traits = DriverTraits.of(other);
    assertEquals(Kept.BINARY, traits.kept());
    assertFalse(traits.partsShareBuffers());
    assertFalse(traits.compilesOneAtATime());
    assertFalse(other.ordersWritesBeforeAtomics());
  }

  @Test
  void workGroupLimitsOfAnotherMachinesKernelsAreNotTrusted() {
    String version = "OpenCL 1.2 PoCL HSTR: pocl-remote: pthread-skylake";
    DeviceInfo remote = TestDevices.ofPocl(DeviceType.CPU, version, LOCAL_BYTES);
    assertTrue(DriverTraits.of(remote).understatesWorkGroups());
  }
}
