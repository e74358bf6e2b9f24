package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchStreamTest {
  private static final KernelLaunch LAUNCH =
      new KernelLaunch(
          "layer1.0.conv1",
          new KernelSpec("conv/x.cl", "x", Map.of("TILE", "8", "HAS_BIAS", "")),
          new NdRange(100, 20, 3, new NdRange.WorkGroup(8, 4, 2)),
          List.of(
              new Arg.Buffer("input"),
              new Arg.Int(-7),
              new Arg.Float(0.5f),
              new Arg.Factor("scale"),
              new Arg.Local(4096)));

  @Test
  void whatADriverCompilesArrivesAsItWasSent() throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes()));
    KernelLaunch first = LaunchStream.read(in);
    assertEquals(LAUNCH.compiled(), first.compiled());
    assertEquals(
        List.of(
            new Arg.Buffer(""),
            new Arg.Int(-7),
            new Arg.Float(0.5f),
            new Arg.Factor(null),
            new Arg.Local(4096)),
        first.args());
    assertEquals(LAUNCH.compiled(), LaunchStream.read(in).compiled());
    assertThrows(EOFException.class, () -> LaunchStream.read(in));
  }

  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    LaunchStream.write(out, LAUNCH);
    LaunchStream.write(out, LAUNCH);
    return bytes.toByteArray();
  }
}
