package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Download;
import io.skipscope.device.Queue;
import io.skipscope.error.DeviceException;
import io.skipscope.tensor.DataType;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Copies to the host that are begun, and awaited later. */
@Tag("opencl")
class DownloadTest {
  private static final int OUT_OF_RESOURCES = -5;
  private static final int MORE_THAN_STAGING = StagingPool.SIZE_BYTES / Float.BYTES + 1000;

  private final JoclCl real = new JoclCl();

  @AfterEach
  void nothingStaysOpen() {
    assertEquals(Map.of(), real.liveObjects());
  }

  @Test
  void eachGivesTheNumbersThatWereThereInItsTurn() {
    try (Device device = open(real);
        Queue queue = device.openQueue();
        DeviceBuffer buffer = device.allocate(64)) {
      List<float[]> targets = new ArrayList<>();
      List<Download> downloads = new ArrayList<>();
      for (int turn = 0; turn < 8; turn++) {
        queue.write(buffer, FloatBuffer.wrap(new float[] {turn, -turn}));
        targets.add(new float[2]);
        FloatBuffer target = FloatBuffer.wrap(targets.get(turn));
        downloads.add(queue.download(buffer, target, DataType.FLOAT32));
      }
      for (int turn = 7; turn >= 0; turn--) {
        downloads.get(turn).await();
        assertArrayEquals(new float[] {turn, -turn}, targets.get(turn));
      }
    }
  }

  @Test
  void moreThanTheStagingMemoryComesInPiecesOfEitherType() {
    float[] numbers = new float[MORE_THAN_STAGING];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % 2048;
    }
    try (Device device = open(real);
        Queue queue = device.openQueue();
        DeviceBuffer buffer = device.allocate((long) numbers.length * Float.BYTES)) {
      for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT16)) {
        queue.write(buffer, FloatBuffer.wrap(numbers), type);
        float[] target = new float[numbers.length];
        try (Download download = queue.download(buffer, FloatBuffer.wrap(target), type)) {
          download.await();
        }
        assertArrayEquals(numbers, target, type.toString());
      }
    }
  }

  @Test
  void aQueueThatAlwaysHasWorkIsNeverWaitedForAsAWhole() {
    CountingCl counting = new CountingCl(real);
    try (Device device = open(counting.cl());
        Queue queue = device.openQueue();
        DeviceBuffer buffer = device.allocate(StagingPool.SIZE_BYTES)) {
      float[] half = new float[StagingPool.SIZE_BYTES / Float.BYTES / 2];
      Download before = Download.DONE;
      for (int frame = 0; frame < 20; frame++) {
        Arrays.fill(half, frame);
        queue.write(buffer, FloatBuffer.wrap(half));
        Download next = queue.download(buffer, FloatBuffer.allocate(1), DataType.FLOAT32);
        before.await();
        before = next;
      }
      before.await();
      assertEquals(0, counting.calls("finish"));
    }
  }

  @Test
  void oneThatIsNotAwaitedIsGoneWithItsQueueAndMayBeClosedAfterwards() {
    float[] target = new float[1];
    Download download;
    try (Device device = open(real)) {
      Queue queue = device.openQueue();
      DeviceBuffer buffer = device.allocate(64);
      queue.write(buffer, FloatBuffer.wrap(new float[] {3}));
      queue.download(buffer, FloatBuffer.allocate(1), DataType.FLOAT32).close();
      download = queue.download(buffer, FloatBuffer.wrap(target), DataType.FLOAT32);
    }
    download.await();
    assertEquals(3, target[0]);
    download.close();
    download.close();
  }

  @Test
  void numbersThatDoNotArriveAreReportedEachTime() {
    Cl faulty = FaultyCl.over(real, "waitFor", 0, OUT_OF_RESOURCES).cl();
    try (Device device = open(faulty);
        Queue queue = device.openQueue();
        DeviceBuffer buffer = device.allocate(64)) {
      queue.write(buffer, FloatBuffer.wrap(new float[] {3}));
      Download download = queue.download(buffer, FloatBuffer.allocate(1), DataType.FLOAT32);
      assertThrows(DeviceException.class, download::await);
      assertThrows(DeviceException.class, download::await);
      download.close();
    }
  }

  private static Device open(Cl cl) {
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl);
    return platforms.open(OpenClForTests.firstDevice(platforms));
  }
}
