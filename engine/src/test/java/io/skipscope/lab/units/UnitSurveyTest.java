package io.skipscope.lab.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.Model;
import io.skipscope.Session;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import io.skipscope.image.OpenPictureSet;
import io.skipscope.image.PictureSet;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a real network on noise, and compares with a reference that keeps every number. */
class UnitSurveyTest {
  private static final int PICTURES = 13;
  private static final int ALL = Integer.MAX_VALUE;

  /** 4 x 4 positions, all of which are compared. */
  private static final String LAST = "layer3.2.output";

  @TempDir Path folder;
  private Model model;
  private InputSpec spec;

  @BeforeEach
  void openModelAndDrawPictures() {
    model = Model.open("resnet20", null, Job.unwatched()).withInputSize(16, 16);
    spec = model.inputSpec();
    PictureFolder.draw(folder, PICTURES, 16);
  }

  /** Everything about one value, and the numbers themselves. */
  private record Watched(ValueUnits units, AllNumbers reference) {}

  private Watched watch(String tap) {
    TapSet taps = TapSet.named(model.graph(), List.of(tap));
    AllNumbers reference = new AllNumbers();
    try (OpenPictureSet pictures = open();
        Session session = Session.open(model, TestDevices.JAVA, PlanOptions.DEFAULT)) {
      for (PictureSet.Entry entry : pictures.spread(ALL)) {
        Tensor input = Preprocessor.toTensor(pictures.read(entry), spec);
        reference.add(session.run(input, taps, Job.unwatched()).taps().get(0).tensor());
      }
      TappedPass pass =
          (batch, job) -> List.of(session.run(batch, taps, job).taps().get(0).tensor());
      UnitReport report =
          new UnitSurvey(model.graph(), taps, pictures, spec).run(ALL, pass, Job.unwatched());
      assertEquals(PICTURES, report.pictures());
      return new Watched(report.values().get(0), reference);
    }
  }

  private OpenPictureSet open() {
    return OpenPictureSet.open(folder, Job.unwatched());
  }

  @Test
  void figuresOfEachChannelAreThoseOfAllItsNumbers() {
    Watched watched = watch(LAST);
    assertEquals(64, watched.units().channels().size());
    for (ChannelUnit unit : watched.units().channels()) {
      double[] numbers = watched.reference().numbers(unit.channel());
      double most = IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).max().orElse(0);
      double least =
          IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).min().orElse(0);
      long zeros = IntStream.range(0, numbers.length).filter(i -> numbers[i] == 0).count();
      double scale = 1e-5 * Math.max(1, Math.abs(most));
      assertEquals(watched.reference().mean(unit.channel()), unit.mean(), scale);
      assertEquals(watched.reference().std(unit.channel()), unit.std(), scale);
      assertEquals(most, unit.max(), scale);
      assertEquals(least, unit.min(), scale);
      assertEquals((double) zeros / numbers.length, unit.zeroShare(), 1e-2);
      assertEquals(0, unit.nanCount());
    }
  }

  @Test
  void pairsAreTheStrongestOfAllPairs() {
    Watched watched = watch(LAST);
    Correlations correlations = watched.units().correlations();
    assertEquals(64, correlations.channelsCompared());
    assertEquals(16, correlations.positionsPerPicture());
    assertEquals(16 * PICTURES, correlations.samples());
    List<Double> sizes =
        IntStream.range(0, 64 * 64)
            .filter(i -> i / 64 < i % 64)
            .mapToObj(i -> watched.reference().correlation(i / 64, i % 64))
            .filter(r -> !Double.isNaN(r))
            .map(Math::abs)
            .sorted(Comparator.reverseOrder())
            .toList();
    assertEquals(UnitSurvey.NAMED_PAIRS, correlations.strongest().size());
    for (int i = 0; i < UnitSurvey.NAMED_PAIRS; i++) {
      Correlations.Pair pair = correlations.strongest().get(i);
      assertTrue(pair.first() < pair.second(), pair.toString());
      double r = watched.reference().correlation(pair.first(), pair.second());
      assertEquals(r, pair.r(), 1e-4, pair.toString());
      assertEquals(sizes.get(i), Math.abs(pair.r()), 1e-4);
    }
    long certain = sizes.stream().filter(r -> r >= UnitSurvey.STRONG + 1e-4).count();
    long possible = sizes.stream().filter(r -> r >= UnitSurvey.STRONG - 1e-4).count();
    assertTrue(certain <= correlations.strongPairs() && correlations.strongPairs() <= possible);
  }

  @Test
  void topPlacesAreTheGreatestNumbersOnePerPicture() {
    Watched watched = watch("layer2.0.sum");
    for (ChannelUnit unit : watched.units().channels()) {
      List<Float> greatest =
          IntStream.range(0, PICTURES)
              .mapToObj(picture -> watched.reference().greatest(picture, unit.channel()))
              .sorted(Comparator.reverseOrder())
              .toList();
      assertEquals(UnitSurvey.TOP_PICTURES, unit.top().size());
      Set<String> paths = new TreeSet<>();
      for (int rank = 0; rank < UnitSurvey.TOP_PICTURES; rank++) {
        Excitation place = unit.top().get(rank);
        assertEquals(greatest.get(rank), place.value(), 1e-4);
        int picture = Integer.parseInt(place.picture().path().substring(0, 2));
        float there =
            watched.reference().map(picture, unit.channel())[place.row() * 8 + place.column()];
        assertEquals(there, place.value(), 1e-4);
        paths.add(place.picture().path());
      }
      assertEquals(UnitSurvey.TOP_PICTURES, paths.size());
    }
  }

  @Test
  void whatIsOutsideOfThePatchDoesNotMatterToTheNumber() {
    String tap = "layer1.0.output";
    Watched watched = watch(tap);
    TapSet taps = TapSet.named(model.graph(), List.of(tap));
    try (OpenPictureSet pictures = open();
        Session session = Session.open(model, TestDevices.JAVA, PlanOptions.DEFAULT)) {
      List<ExcitingPatch> patches =
          new PatchCutter(model.graph(), pictures::read, spec).patches(watched.units(), 3);
      assertEquals(UnitSurvey.TOP_PICTURES, patches.size());
      for (ExcitingPatch patch : patches) {
        Excitation place = patch.excitation();
        Tensor seen = Preprocessor.toTensor(pictures.read(place.picture()), spec);
        Tensor only = Tensor.zeros(seen.shape());
        copyBox(seen, only, patch);
        Tensor value = session.run(only, taps, Job.unwatched()).taps().get(0).tensor();
        assertEquals(place.value(), value.at(0, 3, place.row(), place.column()), 1e-4);
      }
    }
  }

  private static void copyBox(Tensor from, Tensor to, ExcitingPatch patch) {
    Shape shape = from.shape();
    for (int c = 0; c < shape.channels(); c++) {
      for (int y = patch.box().top(); y < patch.box().bottom(); y++) {
        int row = (c * shape.height() + y) * shape.width();
        int left = row + patch.box().left();
        System.arraycopy(from.data(), left, to.data(), left, patch.box().width());
      }
    }
  }

  @Test
  void aCutPatchHoldsThePixelsOfItsBox() {
    Watched watched = watch("layer1.0.output");
    try (OpenPictureSet pictures = open()) {
      PatchCutter cutter = new PatchCutter(model.graph(), pictures::read, spec);
      ExcitingPatch patch = cutter.patches(watched.units(), 0).get(0);
      var whole = pictures.read(patch.excitation().picture());
      var cut = cutter.cut(patch);
      assertEquals(patch.box().width(), cut.width());
      assertEquals(patch.box().height(), cut.height());
      // Drawn at the network's size, so that resizing changes nothing.
      for (int y = 0; y < cut.height(); y++) {
        for (int x = 0; x < cut.width(); x++) {
          assertEquals(
              whole.rgb(patch.box().left() + x, patch.box().top() + y) & 0xFFFFFF,
              cut.rgb(x, y) & 0xFFFFFF);
        }
      }
    }
  }

  @Test
  void damagedPicturesAreSkippedNamedAndCounted() throws IOException {
    ValueUnits without = watch(LAST).units();
    Files.writeString(folder.resolve("00x.png"), "no picture");
    Files.writeString(folder.resolve("99.png"), "nor this");
    UnitReport report = survey();
    assertEquals(without, report.values().get(0));
    assertEquals(PICTURES, report.pictures());
    List<String> skipped = report.skipped().stream().map(one -> one.picture().path()).toList();
    assertEquals(List.of("00x.png", "99.png"), skipped);
    assertTrue(report.skipped().get(0).problem().contains("00x.png"));
  }

  @Test
  void aSurveyOfNothingButDamagedPicturesFails() throws IOException {
    for (PictureSet.Entry entry : PictureSet.list(folder, Job.unwatched())) {
      Files.writeString(folder.resolve(entry.path()), "no picture");
    }
    InputException failure = assertThrows(InputException.class, this::survey);
    assertTrue(failure.getMessage().contains("00.png"), failure.getMessage());
  }

  private UnitReport survey() {
    TapSet taps = TapSet.named(model.graph(), List.of(LAST));
    try (OpenPictureSet pictures = open();
        Session session = Session.open(model, TestDevices.JAVA, PlanOptions.DEFAULT)) {
      TappedPass pass =
          (batch, job) -> List.of(session.run(batch, taps, job).taps().get(0).tensor());
      return new UnitSurvey(model.graph(), taps, pictures, spec).run(ALL, pass, Job.unwatched());
    }
  }

  @Test
  void tellsHowFarItIsAndStopsWhenAskedTo() {
    Graph graph = model.graph();
    TapSet taps = TapSet.named(graph, List.of(LAST));
    Set<Long> steps = new TreeSet<>();
    Job[] job = new Job[1];
    job[0] =
        new Job(
            (what, done, total) -> {
              assertEquals(PICTURES, total);
              steps.add(done);
              job[0].cancel();
            });
    TappedPass pass =
        (batch, inner) -> {
          inner.progress("a launch", 1, 2);
          throw new AssertionError("a cancelled job goes on");
        };
    try (OpenPictureSet pictures = open()) {
      UnitSurvey survey = new UnitSurvey(graph, taps, pictures, spec);
      assertThrows(CancelledException.class, () -> survey.run(ALL, pass, job[0]));
    }
    assertEquals(Set.of(0L), steps);
  }

  @Test
  void aValueOfOneEntryForSeveralPicturesIsRefused() {
    TapSet taps = TapSet.named(model.graph(), List.of(LAST));
    TappedPass single = (batch, job) -> List.of(Tensor.zeros(Shape.of(1, 64, 4, 4)));
    try (OpenPictureSet pictures = open()) {
      UnitSurvey survey = new UnitSurvey(model.graph(), taps, pictures, spec);
      InputException failure =
          assertThrows(InputException.class, () -> survey.run(ALL, single, Job.unwatched()));
      assertTrue(failure.getMessage().contains("1 entries for 13 pictures"), failure.getMessage());
    }
  }
}
