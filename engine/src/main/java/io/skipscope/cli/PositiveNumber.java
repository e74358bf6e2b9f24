package io.skipscope.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from 1 to 999,999,999. */
final class PositiveNumber implements ITypeConverter<Integer> {
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,8}");

  @Override
  public Integer convert(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new TypeConversionException("'" + text + "' is no whole number above 0");
    }
    return Integer.valueOf(text);
  }
}
