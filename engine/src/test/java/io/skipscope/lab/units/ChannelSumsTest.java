package io.skipscope.lab.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.PictureSet;
import io.skipscope.tap.ChannelView;
import io.skipscope.tap.TapPoint;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Channels that are known beforehand, and numbers that are awkward to sum up. */
class ChannelSumsTest {
  private static final TapPoint TAP = new TapPoint("tap", "value", false);

  /** The units of a value that ran in batches of two pictures. */
  private static ValueUnits units(Shape one, List<float[]> pictures) {
    ValueSums sums = new ValueSums(TAP, one);
    for (int first = 0; first < pictures.size(); first += 2) {
      int count = Math.min(2, pictures.size() - first);
      float[] batch = new float[count * one.elementCount()];
      for (int i = 0; i < count; i++) {
        float[] picture = pictures.get(first + i);
        System.arraycopy(picture, 0, batch, i * picture.length, picture.length);
      }
      sums.add(new Tensor(one.with(0, count), batch), first, count);
    }
    return sums.result(
        IntStream.range(0, pictures.size())
            .mapToObj(i -> new PictureSet.Entry("picture" + i, ""))
            .toList());
  }

  @Test
  void deadChannelsAreToldApart() {
    ValueUnits units =
        units(
            Shape.of(1, 4, 1, 2),
            List.of(
                new float[] {-1, 0, 0, 0, 5, 5, -1, -1},
                new float[] {-2, -3, 0, 0, 5, 5, -1, 0.5f},
                new float[] {0, -1, 0, 0, 5, 5, 0, -1}));
    assertEquals(
        List.of(
            ChannelState.NEVER_POSITIVE,
            ChannelState.CONSTANT,
            ChannelState.CONSTANT,
            ChannelState.ACTIVE),
        units.channels().stream().map(ChannelUnit::state).toList());
    assertEquals(1, units.count(ChannelState.NEVER_POSITIVE));
    Excitation first = units.channels().get(3).top().get(0);
    assertEquals(new Excitation(new PictureSet.Entry("picture1", ""), 0.5f, 0, 1), first);
  }

  @Test
  void copiesAndOppositesCorrelateAndConstantsDoNot() {
    Random random = new Random(3);
    List<float[]> pictures =
        IntStream.range(0, 5)
            .mapToObj(
                i -> {
                  float[] maps = new float[4 * 6];
                  for (int p = 0; p < 6; p++) {
                    float number = (float) random.nextGaussian();
                    maps[p] = number;
                    maps[6 + p] = 0.1f;
                    maps[12 + p] = 3 - 2 * number;
                    maps[18 + p] = (float) random.nextGaussian();
                  }
                  return maps;
                })
            .toList();
    Correlations correlations = units(Shape.of(1, 4, 2, 3), pictures).correlations();
    assertEquals(30, correlations.samples());
    assertEquals(3, correlations.strongest().size());
    Correlations.Pair strongest = correlations.strongest().get(0);
    assertEquals(0, strongest.first());
    assertEquals(2, strongest.second());
    assertEquals(-1, strongest.r(), 1e-6);
    assertEquals(1, correlations.strongPairs());
    assertEquals(2, correlations.closestTo(0).orElseThrow().other());
    assertEquals(0, correlations.closestTo(2).orElseThrow().other());
    assertEquals(-1, correlations.closestTo(2).orElseThrow().r(), 1e-6);
    assertTrue(Math.abs(correlations.closestTo(3).orElseThrow().r()) < 0.9);
    assertTrue(correlations.closestTo(1).isEmpty());
  }

  @Test
  void variancesFarFromZeroKeepTheirDigits() {
    ChannelMoments moments = new ChannelMoments(1);
    float[] numbers = {1_000_000, 1_000_001, 1_000_002, 1_000_003};
    moments.add(numbers, new ChannelView(2, 1, 2), 0);
    assertEquals(1_000_001.5, moments.mean(0), 0.1);
    assertEquals(Math.sqrt(1.25), moments.std(0), 1e-6);
  }

  @Test
  void notANumberIsCountedAndLeftOut() {
    ValueUnits units =
        units(
            Shape.of(1, 2, 1, 2),
            List.of(
                new float[] {Float.NaN, 2, 1, 2},
                new float[] {4, Float.NaN, 2, 1},
                new float[] {Float.NaN, Float.NaN, 3, 4}));
    ChannelUnit broken = units.channels().get(0);
    assertEquals(4, broken.nanCount());
    assertEquals(3, broken.mean());
    assertEquals(2, broken.top().size());
    assertTrue(units.correlations().strongest().isEmpty());
  }

  @Test
  void moreChannelsAndPositionsThanAreComparedAreSampledEvenly() {
    int channels = 3 * Correlations.MOST_CHANNELS;
    CorrelationSums sums = new CorrelationSums(channels, 2);
    float[] data = new float[channels * 2 * 3];
    for (int i = 0; i < data.length; i++) {
      data[i] = i % 7;
    }
    sums.add(data, new ChannelView(3, channels, 2));
    Correlations correlations = sums.result(2, 0);
    assertEquals(Correlations.MOST_CHANNELS, correlations.channelsCompared());
    assertEquals(2, correlations.positionsPerPicture());
    assertEquals(0, correlations.strongPairs());
    assertEquals(16, new CorrelationSums(2, 3136).result(2, 0).positionsPerPicture());
  }

  @Test
  void valuesWithoutMapsHaveNoRowsAndColumns() {
    ValueUnits units =
        units(
            Shape.of(1, 2), List.of(new float[] {1, -1}, new float[] {3, -2}, new float[] {2, 0}));
    assertEquals(3, units.channels().get(0).top().size());
    Excitation top = units.channels().get(1).top().get(0);
    assertEquals(new Excitation(new PictureSet.Entry("picture2", ""), 0, 0, 0), top);
    assertEquals(ChannelState.NEVER_POSITIVE, units.channels().get(1).state());
  }
}
