package io.skipscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.graph.Graph;
import io.skipscope.graph.edit.EndAt;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.pass.InferShapes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.zoo.Zoo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredFieldTest {
  /** Gives channels that are zero whatever the picture. */
  private static final String CONSTANT = "Pad";

  private static final int FEW_PATCHES = 36;

  @ParameterizedTest
  @CsvSource({"resnet20, 32, 14", "mobilenet_v2:0.25, 64, 3", "resnet18, 64, 3"})
  void isZeroOutsideTheBoxAndReachesAllOfItsEdges(String name, int side, int places) {
    Shape input = Shape.of(1, 3, side, side);
    Graph graph = InferShapes.withInputs(Zoo.build(name, 6), Map.of("input", input));
    PositiveNets.makePositive(graph);
    Random random = new Random(13);
    try (TappedNet all = new TappedNet(graph)) {
      for (int checked = 0; checked < places; ) {
        NumberPlace place = all.anyPlace(random);
        ReceptiveBox box = ReceptiveBox.of(all.graph(), place).orElseThrow();
        if (isWithin(box, side) && !all.graph().producer(place.value()).op().equals(CONSTANT)) {
          MeasuredField field =
              measure(graph, darkPicture(input, box), place, box, FEW_PATCHES, Job.unwatched());
          assertEquals(0, field.largestOutside(), name + " " + place);
          assertEquals(box, field.reached().orElseThrow(), name + " " + place);
          checked++;
        }
      }
    }
  }

  private static boolean isWithin(ReceptiveBox box, int side) {
    return box.equals(box.within(side, side)) && box.width() < side && box.height() < side;
  }

  /**
   * Black but for one pixel beside the box, which makes the mean 1: then what is hidden gets
   * brighter, which no maximum is blind to, and which is not too little beside other numbers.
   */
  private static Tensor darkPicture(Shape shape, ReceptiveBox box) {
    Tensor picture = Tensor.zeros(shape);
    int area = shape.height() * shape.width();
    int pixel = box.top() == 0 && box.left() == 0 ? area - 1 : 0;
    for (int c = 0; c < shape.channels(); c++) {
      picture.data()[c * area + pixel] = area;
    }
    return picture;
  }

  private static MeasuredField measure(
      Graph graph, Tensor picture, NumberPlace place, ReceptiveBox box, int patches, Job job) {
    try (TappedNet net = new TappedNet(new EndAt(place.value()).apply(graph))) {
      ForwardPass pass =
          (batch, running) -> net.run(batch, List.of(place.value())).get(place.value());
      return new Occlusion(pass, picture, place).measure(box, patches, job);
    }
  }

  @Test
  void aPatchCountsForAsMuchAsItsPixelsWeigh() {
    Tensor picture = RandomTensors.of(3, Shape.of(1, 1, 5, 6));
    double mean = mean(picture);
    ForwardPass weighted = (batch, job) -> new Tensor(Shape.of(8, 1), weightedSums(batch));
    MeasuredField field =
        new Occlusion(weighted, picture, new NumberPlace("sum", 0, 0, 0))
            .measure(new ReceptiveBox(0, 0, 5, 6), 30, Job.unwatched());
    assertEquals(1, field.grid().side());
    assertEquals(31, field.runs());
    for (int i = 0; i < 30; i++) {
      assertEquals(Math.abs(i * (picture.data()[i] - mean)), field.change()[i], 1e-4);
    }
  }

  private static double mean(Tensor picture) {
    double sum = 0;
    for (float pixel : picture.data()) {
      sum += pixel;
    }
    return sum / picture.data().length;
  }

  /** Each pixel times its index. */
  private static float[] weightedSums(Tensor batch) {
    float[] sums = new float[8];
    for (int i = 0; i < batch.data().length; i++) {
      sums[i / 30] += i % 30 * batch.data()[i];
    }
    return sums;
  }

  @Test
  void tellsHowFarItIsAndStopsWhenAskedTo() {
    Set<Long> steps = new LinkedHashSet<>();
    Job[] job = new Job[1];
    job[0] =
        new Job(
            (what, done, total) -> {
              assertEquals(30, total);
              steps.add(done);
              if (done >= 16) {
                job[0].cancel();
              }
            });
    ForwardPass none = (batch, running) -> new Tensor(Shape.of(8, 1), new float[8]);
    Occlusion occlusion =
        new Occlusion(none, Tensor.zeros(Shape.of(1, 1, 5, 6)), new NumberPlace("y", 0, 0, 0));
    assertThrows(
        CancelledException.class,
        () -> occlusion.measure(new ReceptiveBox(-1, -1, 6, 7), 30, job[0]));
    assertEquals(Set.of(0L, 8L, 16L), steps);
  }

  @Test
  void patchesCoverTheBoxAndARingWhereThePictureGoesOn() {
    PatchGrid grid = PatchGrid.over(new ReceptiveBox(-3, 10, 7, 20), 32, 24, 20);
    assertEquals(4, grid.side());
    assertEquals(List.of(0, 4, 7, 11), grid.rowCuts());
    assertEquals(List.of(6, 10, 14, 18, 20, 24), grid.columnCuts());
    assertEquals(new ReceptiveBox(4, 18, 7, 20), grid.patch(1, 3));
  }
}
