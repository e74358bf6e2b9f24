package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Arg;
import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A device that is told what it is for builds what that took the last time, before it is asked. */
@Tag("opencl")
@Timeout(60)
class ExpectedKernelsTest {
  private static final int OUT_OF_RESOURCES = -5;
  private static final KernelLaunch SCALE = launch("1");
  private static final KernelLaunch OTHER = launch("2");

  private final JoclCl real = new JoclCl();

  @TempDir Path folder;

  @AfterEach
  void nothingStaysOpen() {
    assertEquals(Map.of(), real.liveObjects());
  }

  @Test
  void secondStartBuildsUnasked() {
    served("run net", device -> device.buildFor(SCALE));
    RememberingCl second = new RememberingCl(real);
    serve(second.cl(), "run net", device -> awaitBuilds(second, 1));
    assertEquals(1, second.calls("buildProgram"));
  }

  @Test
  void partsThatWorkTogetherBuildUnaskedToo() {
    serve(real, OpenClForTests::team, "run net", device -> device.buildFor(SCALE));
    CountingCl second = new CountingCl(real);
    serve(second.cl(), OpenClForTests::team, "run net", device -> awaitBuilds(second, 1));
    assertEquals(1, second.calls("buildProgram"));
  }

  @Test
  void firstStartBuildsOnlyWhatIsAskedFor() {
    RememberingCl first = new RememberingCl(real);
    serve(first.cl(), "run net", device -> device.buildFor(SCALE));
    assertEquals(1, first.calls("buildProgram"));
  }

  @Test
  void anotherPurposeExpectsNothing() {
    served("run net", device -> device.buildFor(SCALE));
    RememberingCl second = new RememberingCl(real);
    serve(second.cl(), "run another", device -> device.buildFor(OTHER));
    assertEquals(1, second.calls("buildProgram"));
  }

  @Test
  void lastStartDecidesWhatIsExpected() throws IOException {
    served("run net", device -> device.buildFor(SCALE));
    byte[] first = Files.readAllBytes(onlyFile());
    served(
        "run net",
        device -> {
          device.buildFor(OTHER);
          device.buildFor(SCALE);
        });
    byte[] second = Files.readAllBytes(onlyFile());
    assertTrue(second.length > first.length);
    served("run net", device -> device.buildFor(SCALE));
    assertArrayEquals(first, Files.readAllBytes(onlyFile()));
  }

  @Test
  void failureOfAGuessHarmsNobody() {
    served("run net", device -> device.buildFor(SCALE));
    FaultyCl faulty =
        FaultyCl.over(new RememberingCl(real).cl(), "buildProgram", 0, OUT_OF_RESOURCES);
    List<String> problems =
        serve(
            faulty.cl(),
            "run net",
            device -> {
              while (!faulty.hasFailed()) {
                Thread.onSpinWait();
              }
              device.buildFor(SCALE);
            });
    assertEquals(List.of(), problems);
  }

  @Test
  void damagedFileIsNoGuess() throws IOException {
    served("run net", device -> device.buildFor(SCALE));
    Files.write(onlyFile(), new byte[] {1, 2, 3});
    RememberingCl second = new RememberingCl(real);
    List<String> problems = serve(second.cl(), "run net", device -> device.buildFor(SCALE));
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(1, second.calls("buildProgram"));
    assertEquals(List.of(), served("run net", device -> device.buildFor(SCALE)));
  }

  @Test
  void launchOfAnotherSourceIsNoGuess() throws IOException {
    served("run net", device -> device.buildFor(SCALE));
    ProgramStore store = new ProgramStore(folder);
    byte[] launches = store.read(onlyFile()).orElseThrow();
    launches[0]++;
    store.write(onlyFile(), launches);
    RememberingCl second = new RememberingCl(real);
    List<String> problems = serve(second.cl(), "run net", device -> device.buildFor(OTHER));
    assertEquals(List.of(), problems);
    assertEquals(1, second.calls("buildProgram"));
  }

  private List<String> served(String purpose, Consumer<Device> work) {
    return serve(new RememberingCl(real).cl(), purpose, work);
  }

  /** What the device has to say at the end. */
  private List<String> serve(Cl cl, String purpose, Consumer<Device> work) {
    return serve(cl, OpenClForTests::firstDevice, purpose, work);
  }

  private List<String> serve(
      Cl cl, Function<OpenClPlatforms, String> choice, String purpose, Consumer<Device> work) {
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl, folder);
    try (Device device = platforms.open(choice.apply(platforms))) {
      device.expect(purpose);
      work.accept(device);
      return device.problems();
    }
  }

  private static void awaitBuilds(CountingCl cl, int count) {
    while (cl.calls("buildProgram") < count) {
      Thread.onSpinWait();
    }
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().get(0);
    }
  }

  private static KernelLaunch launch(String extra) {
    List<Arg> args =
        List.of(new Arg.Buffer("x"), new Arg.Buffer("x"), new Arg.Int(4), new Arg.Factor("f"));
    KernelSpec kernel = new KernelSpec("test/scale.ref.cl", "scale", Map.of("EXTRA", extra));
    return new KernelLaunch("n", kernel, NdRange.of(4, 1, 1), args);
  }
}
