package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.SecondCompiler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("opencl")
class CompilerProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String deviceId = OpenClForTests.firstDevice(OpenClPlatforms.discover());

  @Test
  void compilesUntilItIsClosedAndEndsThen() throws Exception {
    Set<ProcessHandle> before = children();
    SecondCompiler compiler = CompilerProcess.start(deviceId).orElseThrow();
    Set<ProcessHandle> started = children();
    started.removeAll(before);
    assertTrue(compiler.compile(launch("test/scale.ref.cl")));
    assertFalse(compiler.compile(launch("test/missing.cl")));
    assertTrue(compiler.compile(launch("test/scale.ref.cl")));
    compiler.close();
    for (ProcessHandle process : started) {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    assertFalse(compiler.compile(launch("test/scale.ref.cl")));
  }

  @Test
  void deviceThatIsNotThereCompilesNothing() {
    try (SecondCompiler compiler = CompilerProcess.start("9.9").orElseThrow()) {
      assertFalse(compiler.compile(launch("test/scale.ref.cl")));
    }
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  private static KernelLaunch launch(String source) {
    List<Arg> args =
        List.of(new Arg.Buffer("x"), new Arg.Buffer("x"), new Arg.Int(4), new Arg.Factor("f"));
    KernelSpec kernel = new KernelSpec(source, "scale", Map.of());
    return new KernelLaunch("n", kernel, NdRange.of(4, 1, 1), args);
  }
}
