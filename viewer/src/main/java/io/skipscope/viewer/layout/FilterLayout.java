package io.skipscope.viewer.layout;

import io.skipscope.tensor.Shape;

/**
 * Where the weights of one filter stand in its picture: in squares, of which a mosaic leaves one
 * free between slices.
 *
 * @param inputs channels that a filter reads
 */
public record FilterLayout(FilterForm form, int inputs, int kernelHeight, int kernelWidth) {
  private static final int COLOURS = 3;

  /**
   * @param weight [outputs, inputs of a group, kernelHeight, kernelWidth] or [outputs, inputs]
   * @param channels of what the layer reads
   */
  public static FilterLayout of(Shape weight, int channels) {
    int inputs = weight.extent(1);
    int height = weight.rank() < 4 ? 1 : weight.extent(2);
    int width = weight.rank() < 4 ? 1 : weight.extent(3);
    return new FilterLayout(form(inputs, height * width, channels), inputs, height, width);
  }

  private static FilterForm form(int inputs, int area, int channels) {
    if (area == 1) {
      return FilterForm.MATRIX;
    }
    if (inputs == 1) {
      return FilterForm.KERNEL;
    }
    return inputs == COLOURS && channels == COLOURS ? FilterForm.COLOUR : FilterForm.SLICES;
  }

  public boolean inColour() {
    return form == FilterForm.COLOUR;
  }

  public boolean isMatrix() {
    return form == FilterForm.MATRIX;
  }

  /** Whether a picture of this kind is no plain map: it has colours, or gaps. */
  public boolean isComposed() {
    return inColour() || form == FilterForm.SLICES;
  }

  /** The slices of a mosaic, a pixel for each weight and gap. */
  public GridGeometry mosaic() {
    int columns = (int) Math.ceil(Math.sqrt(inputs));
    return new GridGeometry(
        inputs, kernelWidth, kernelHeight, columns, kernelWidth, kernelHeight, 1);
  }

  /** Squares across a filter's picture. */
  public int width() {
    return switch (form) {
      case COLOUR, KERNEL -> kernelWidth;
      case SLICES -> mosaic().width();
      case MATRIX -> inputs;
    };
  }

  /** Squares down a filter's picture. */
  public int height() {
    return switch (form) {
      case COLOUR, KERNEL -> kernelHeight;
      case SLICES -> mosaic().height();
      case MATRIX -> 1;
    };
  }

  /** The weights of all filters as maps, one per output: the numbers stay where they are. */
  public Shape maps(int outputs) {
    return form == FilterForm.MATRIX
        ? Shape.of(1, outputs, 1, inputs)
        : Shape.of(1, outputs, inputs * kernelHeight, kernelWidth);
  }

  /** The input channel of a square; of a picture in colour that of red. -1 for a gap. */
  public int inputAt(int column, int row) {
    return switch (form) {
      case COLOUR, KERNEL -> 0;
      case MATRIX -> column;
      case SLICES -> {
        GridGeometry slices = mosaic();
        int slice = row / (kernelHeight + 1) * slices.columns() + column / (kernelWidth + 1);
        boolean gap =
            row % (kernelHeight + 1) == kernelHeight || column % (kernelWidth + 1) == kernelWidth;
        yield gap || slice >= inputs ? -1 : slice;
      }
    };
  }

  /** A square's row within its slice. */
  public int kernelRow(int row) {
    return row % (kernelHeight + 1);
  }

  /** A square's column within its slice. */
  public int kernelColumn(int column) {
    return form == FilterForm.MATRIX ? 0 : column % (kernelWidth + 1);
  }

  /** Where a square's weight stands among the filter's numbers; -1 for a gap. */
  public int indexAt(int column, int row) {
    int input = inputAt(column, row);
    return input < 0
        ? -1
        : (input * kernelHeight + kernelRow(row)) * kernelWidth + kernelColumn(column);
  }
}
