package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "987, 987",
    "73984, 74.0 k",
    "999999, 1.00 M",
    "11689512, 11.7 M",
    "4089184256, 4.09 G",
    "231211008, 231 M"
  })
  void countsHaveThreeDigitsAndAUnit(long count, String text) {
    assertEquals(text, Numbers.count(count));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.000",
    "-1.0034, \u22121.003",
    "123.456, 123.5",
    "0.00012, 1.2e\u221204",
    "1234567, 1.2e+06"
  })
  void valuesKeepSmallAndLargeNumbersReadable(double value, String text) {
    assertEquals(text, Numbers.value(value));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-6.522, \u22126.5", "0.374, 0.37", "123.4, 123", "0.012, 0.012"})
  void briefNumbersKeepTwoDigits(double value, String text) {
    assertEquals(text, Numbers.brief(value));
  }

  @ParameterizedTest
  @CsvSource({"840000, 0.84 ms", "12340000, 12.3 ms", "1400000000, 1.40 s"})
  void timesHaveFittingUnits(long nanos, String text) {
    assertEquals(text, Numbers.time(nanos));
  }
}
